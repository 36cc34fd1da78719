import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import datesStyles from "#app/ui/admin/dates/dates.css?url";
import { LedgerPage } from "#app/ui/admin/dates/ledger/ledger-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { listQuery } from "./requests/list-query.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Ledger of dates" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: datesStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const query = listQuery(new URL(request.url).searchParams);
  const [page, zone] = await Promise.all([merchant.queries.ledger(merchant.shop, query), zoneOf(merchant)]);
  return { page, search: query.search, zone, now: merchant.clock() };
};

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
