import { Card, Page, SkeletonBodyText, Text, BlockStack } from "@shopify/polaris";
import { useLive } from "./live.ts";

/** Shown for the moments between opening a new installation and knowing the shop. */
export const NotInstalled = () => {
  useLive(1_500);
  return (
    <Page>
      <Card>
        <BlockStack gap="400">
          <Text as="h1" variant="headingLg">Setting up Hither</Text>
          <Text as="p">Shopify is telling us about your store. This page continues by itself.</Text>
          <SkeletonBodyText lines={3} />
        </BlockStack>
      </Card>
    </Page>
  );
};
