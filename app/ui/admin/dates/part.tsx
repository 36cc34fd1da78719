import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { readonly id: string; readonly title: string; readonly text: string; readonly badge?: ReactNode; readonly children: ReactNode };

/** A part of a long page, with its heading, what it is about, and an address of its own. */
export const Part = ({ id, title, text, badge = null, children }: Props) => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <BlockStack gap="300">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <BlockStack gap="050">
          <InlineStack align="start" gap="200" blockAlign="center"><Text as="h2" variant="headingLg" id={`${id}-title`}>{title}</Text>{badge}</InlineStack>
          <Text as="p" tone="subdued">{text}</Text>
        </BlockStack>
      </Box>
      {children}
    </BlockStack>
  </section>
);
