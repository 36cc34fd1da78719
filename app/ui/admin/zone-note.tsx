import { Text } from "@shopify/polaris";
import { zoneName } from "../format/moments.ts";

/** Whose clock the times of a page follow: the shop's, wherever the reader sits. */
export const ZoneNote = ({ zone }: { readonly zone: string }) => <Text as="span" variant="bodySm" tone="subdued">{`Times are ${zoneName(zone)}`}</Text>;
