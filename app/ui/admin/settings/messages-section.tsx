import { BlockStack, Card, Checkbox, FormLayout, TextField } from "@shopify/polaris";
import { errorOf, type SettingsFields } from "./settings-fields.ts";

/** When silence becomes a case, and whether shoppers are told about problems. */
export const MessagesSection = ({ draft, change, errors }: SettingsFields) => (
  <Card>
    <BlockStack gap="400">
      <TextField label="A parcel is silent after" type="number" min={6} max={720} suffix="hours without a scan" value={draft.silenceHours} onChange={(silenceHours) => change({ silenceHours })} autoComplete="off" helpText="Then a case opens, whatever the carrier says." {...errorOf(errors, "silenceHours")} />
      <Checkbox label="E-mail shoppers when something is wrong" helpText="One message per problem. Off: cases still open, nobody is told." checked={draft.emailShoppers} onChange={(emailShoppers) => change({ emailShoppers })} />
      <FormLayout>
        <FormLayout.Group>
          <TextField label="Sender name" value={draft.senderName} onChange={(senderName) => change({ senderName })} autoComplete="off" maxLength={80} placeholder="Your store's name" {...errorOf(errors, "senderName")} />
          <TextField label="Replies go to" type="email" value={draft.replyTo} onChange={(replyTo) => change({ replyTo })} autoComplete="email" maxLength={254} {...errorOf(errors, "replyTo")} />
        </FormLayout.Group>
      </FormLayout>
    </BlockStack>
  </Card>
);
