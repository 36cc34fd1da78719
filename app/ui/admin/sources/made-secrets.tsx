import { Text } from "@shopify/polaris";
import { CardBanner } from "../card-banner.tsx";
import { CopyField } from "../copy-field.tsx";

type Props = { readonly title: string; readonly text: string; readonly secrets: readonly { readonly label: string; readonly value: string }[] };

/** Secrets we made. They are shown this once, so the reader is told before anything else. */
export const MadeSecrets = ({ title, text, secrets }: Props) => (
  <CardBanner tone="warning" title={title}>
    <Text as="p">{text}</Text>
    {secrets.map(({ label, value }) => <CopyField key={label} label={label} value={value} helpText="Shown this once. It is stored encrypted and cannot be shown again." />)}
  </CardBanner>
);
