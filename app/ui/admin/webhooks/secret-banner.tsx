import { Banner, BlockStack, Text } from "@shopify/polaris";
import { CopyField } from "../copy-field.tsx";

/** A signing secret, the one time it is shown. */
export const SecretBanner = ({ secret, rotated = false }: { readonly secret: string; readonly rotated?: boolean }) => (
  <Banner tone="warning" title="Copy the signing secret now">
    <BlockStack gap="200">
      <Text as="p">{rotated ? "It is shown this once. For a day messages carry the signature of the former secret too." : "It is shown this once. Check the signature of every message with it."}</Text>
      <CopyField label="Signing secret" value={secret} helpText="Keep it where your endpoint can read it." />
    </BlockStack>
  </Banner>
);
