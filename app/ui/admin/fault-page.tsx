import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";

const Fault = ({ title, text, again }: { readonly title: string; readonly text: string; readonly again: (() => void) | null }) => (
  <Page>
    <Card>
      <BlockStack gap="300">
        <Text as="h1" variant="headingLg">{title}</Text>
        <Text as="p">{text}</Text>
        <InlineStack align="start" gap="200">
          {again ? <Button onClick={again} variant="primary">Try again</Button> : null}
          <Button url="/app">Go to the home page</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  </Page>
);

/** What an admin page shows when it cannot. Answers of Shopify's library are passed on to the frame around the page. */
export const FaultPage = () => {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  if (isRouteErrorResponse(error)) {
    if (error.status !== 404) throw error;
    return <Fault title="Not found" text="There is nothing at this address. It may have been deleted, or it belongs to another store." again={null} />;
  }
  return <Fault title="This page could not be loaded" text="Nothing is lost. The fault has been recorded; trying again usually helps." again={revalidate} />;
};
