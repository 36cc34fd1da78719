import { BlockStack, Box, Text } from "@shopify/polaris";

/** Says honestly why a list is empty and what will fill it. */
export const EmptyList = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <Box padding="1000">
    <BlockStack gap="200" inlineAlign="center">
      <Text as="h2" variant="headingMd" alignment="center">{title}</Text>
      <Text as="p" tone="subdued" alignment="center">{text}</Text>
    </BlockStack>
  </Box>
);
