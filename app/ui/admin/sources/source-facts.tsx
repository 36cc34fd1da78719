import { Text } from "@shopify/polaris";
import type { LagView, SourceView } from "#app/contracts/sources-view.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { formatCount } from "../../format/counts.ts";
import { Fact, Facts } from "../facts.tsx";
import { Moment } from "../moment.tsx";
import { wordCalls, wordLags, wordMeasure, type Told } from "./source-words.ts";

type Seen = { readonly zone: string; readonly now: Instant };

/** A moment, or that there was none. */
export const MomentOrNever = ({ at, zone, now }: Seen & { readonly at: string | null }) => (at === null ? <Text as="span" tone="subdued">Never</Text> : <Moment at={at} zone={zone} now={now} />);

/** How fast a source's word arrives, and on how much that rests. */
export const Speed = ({ lag, what = "scan" }: { readonly lag: LagView | null; readonly what?: Told }) => {
  const words = wordLags(lag, what);
  return (
    <div>
      {words === null ? null : <Text as="p">{words}</Text>}
      <Text as="p" variant="bodySm" tone="subdued">{wordMeasure(lag, what)}</Text>
    </div>
  );
};

/** What a connected feed does for this shop. */
export const SourceFacts = ({ source, zone, now }: Seen & { readonly source: SourceView }) => (
  <Facts>
    <Fact label="Parcels watched">{formatCount(source.watching)}</Fact>
    <Fact label="Last heard"><MomentOrNever at={source.heardAt} zone={zone} now={now} /></Fact>
    <Fact label="Last checked"><MomentOrNever at={source.checkedAt} zone={zone} now={now} /></Fact>
    <Fact label="Calls today">{wordCalls(source)}</Fact>
  </Facts>
);
