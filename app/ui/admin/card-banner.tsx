import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = { readonly tone: "success" | "warning" | "critical"; readonly title: string; readonly children: ReactNode };

/** A banner inside a card. Its title stands one level below the card's; Polaris gives every titled banner the second. */
export const CardBanner = ({ tone, title, children }: Props) => (
  <Banner tone={tone}><BlockStack gap="100"><Text as="h4" variant="headingSm">{title}</Text>{children}</BlockStack></Banner>
);
