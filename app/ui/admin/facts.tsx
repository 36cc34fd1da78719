import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** One fact of a list of facts. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt><Text as="span" variant="bodySm" tone="subdued">{label}</Text></dt>
    <dd className="hither-anywhere">{children}</dd>
  </div>
);

/** Facts beside each other, each under its name; below each other where it is narrow. */
export const Facts = ({ stacked = false, children }: { readonly stacked?: boolean; readonly children: ReactNode }) => <dl className={stacked ? "hither-facts hither-facts-stacked" : "hither-facts"}>{children}</dl>;
