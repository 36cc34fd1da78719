import { BlockStack, Card, Select, Text, TextField } from "@shopify/polaris";
import type { SettingsView } from "#app/contracts/admin-views.ts";
import { errorOf, type SettingsFields } from "./settings-fields.ts";
import { learnedWords, rateChoices } from "./silence-words.ts";

/** How soon quiet is called silence: the share of false alarms a merchant bears, and the figure that counts until there is something to learn from. */
export const SilenceSection = ({ draft, change, errors, learned }: SettingsFields & { readonly learned: SettingsView["silenceLearned"] }) => (
  <Card>
    <BlockStack gap="400">
      <Select
        label="How soon to call quiet silence" options={rateChoices(draft.silenceRate, learned)} value={draft.silenceRate} onChange={(silenceRate) => change({ silenceRate })}
        helpText="A false alarm is a parcel called silent that is scanned again by itself. Fewer of them means that a lost parcel is noticed later." {...errorOf(errors, "silenceRate")}
      />
      <Text as="p" tone="subdued">{learnedWords(learned)}</Text>
      <TextField
        label="Until then, a parcel is silent after" type="number" min={6} max={720} suffix="hours without a scan" value={draft.silenceHours} onChange={(silenceHours) => change({ silenceHours })} autoComplete="off"
        helpText="Counts for parcels on the road while there is little to learn from. Days on which your carriers rest are not counted." {...errorOf(errors, "silenceHours")}
      />
    </BlockStack>
  </Card>
);
