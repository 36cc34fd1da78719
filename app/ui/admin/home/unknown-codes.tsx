import { Banner, Link, Text } from "@shopify/polaris";
import { countOf } from "../../format/counts.ts";

/** Scans whose code we do not know are shown, never guessed. */
export const UnknownCodes = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <Banner tone="info" title={`${countOf(count, "scan")} of the last 30 days used a status Hither does not know`}>
      <Text as="p">{count === 1 ? "It is kept with the carrier's own words on its parcel's timeline and changes nothing until its meaning is known." : "They are kept with the carrier's own words on each parcel's timeline and change nothing until their meaning is known."} <Link url="/app/sources#unknown">See and report them</Link></Text>
    </Banner>
  );
