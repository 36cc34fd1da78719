import { Text } from "@shopify/polaris";
import type { TellingRow } from "#app/contracts/shipment-truth.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { Fact, Facts } from "../facts.tsx";
import { wordLag } from "../minutes.ts";
import { Moment } from "../moment.tsx";
import { wordTeller, wordTiming } from "./truth-words.ts";

type Seen = { readonly zone: string; readonly now: Instant };

const Telling = ({ row, zone, now }: Seen & { readonly row: TellingRow }) => (
  <li>
    <Facts>
      <Fact label="Source">{wordTeller(row)}{row.withdrawn ? " (has taken it back)" : ""}</Fact>
      <Fact label="Code"><span className="hither-verbatim">{row.code}</span></Fact>
      <Fact label="Text"><span dir="auto">{row.text ?? <Text as="span" tone="subdued">None, only a code</Text>}</span></Fact>
      <Fact label="Occurred"><Moment at={row.occurredAt} zone={zone} now={now} /> ({wordTiming(row.timing)})</Fact>
      <Fact label="Received"><Moment at={row.receivedAt} zone={zone} now={now} />, {wordLag(row.lagMinutes)}</Fact>
      {row.place === null ? null : <Fact label="Place"><span dir="auto">{row.place}</span></Fact>}
      {row.carrier === null && row.number === null ? null : <Fact label="Carrier and number">{[row.carrier, row.number].filter(Boolean).join(" ")}</Fact>}
    </Facts>
  </li>
);

/** Every source's own telling of one event, verbatim, on demand. `of` names the event to those who do not see beside what it stands. */
export const TellingList = ({ of, rows, zone, now }: Seen & { readonly of: string; readonly rows: readonly TellingRow[] }) => (
  <details className="hither-details">
    <summary><Text as="span" variant="bodySm">{rows.length === 1 ? "Raw" : `Raw, told ${rows.length} times`}</Text><Text as="span" visuallyHidden>{`: ${of}`}</Text></summary>
    <ul className="hither-told">{rows.map((row, index) => <Telling key={`${row.source}-${row.occurredAt}-${row.code}-${index}`} row={row} zone={zone} now={now} />)}</ul>
  </details>
);
