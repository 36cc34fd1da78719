import { BlockStack, Card, Checkbox, FormLayout, TextField } from "@shopify/polaris";
import { errorOf, type SettingsFields } from "./settings-fields.ts";

/** Whether shoppers are told about problems, and by whom. */
export const MessagesSection = ({ draft, change, errors }: SettingsFields) => (
  <Card>
    <BlockStack gap="400">
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
