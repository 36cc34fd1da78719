import { Box, Card, Page, Text } from "@shopify/polaris";
import type { LedgerPage as Rows } from "#app/contracts/dates-views.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { EmptyList } from "../../empty-list.tsx";
import { useLive } from "../../live.ts";
import { Pager } from "../../pager.tsx";
import { SearchBox } from "../../search-box.tsx";
import { LedgerTable } from "./ledger-table.tsx";

type Props = { readonly page: Rows; readonly search: string; readonly zone: string; readonly now: Instant };

/** Every date that was ever shown, newest first, by page and by order. */
export const LedgerPage = ({ page, search, zone, now }: Props) => {
  useLive(10_000);
  return (
    <Page title="Ledger of dates" subtitle="Every date anybody was shown; no line is ever changed" backAction={{ content: "Reliability", url: "/app/dates" }} fullWidth>
      <Card padding="0">
        <Box padding="300"><SearchBox label="Search the ledger" placeholder="Order number" /></Box>
        {page.rows.length > 0 ? <LedgerTable rows={page.rows} zone={zone} now={now} /> : null}
        {page.rows.length === 0 && search !== "" ? <EmptyList title="Nothing found" text={`No date was shown for an order “${search}”. Order numbers are matched from their beginning.`} /> : null}
        {page.rows.length === 0 && search === "" ? <EmptyList title="No date has been shown yet" text="The first appears here the moment a shopper sees one: on a product page, at checkout, in an e-mail or on the tracking page." /> : null}
        <Pager next={page.next} previous={page.previous} label="Pages of the ledger" />
        {page.rows.length > 0 ? <Box padding="300"><Text as="p" variant="bodySm" tone="subdued">A surface that shows the same date again adds no line. Where a date was later corrected, both lines stay.</Text></Box> : null}
      </Card>
    </Page>
  );
};
