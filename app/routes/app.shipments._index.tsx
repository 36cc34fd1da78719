import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SHIPMENT_TABS } from "#app/contracts/admin-views.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { ShipmentsPage } from "#app/ui/admin/shipments/shipments-page.tsx";
import { listQuery, oneOf } from "./requests/list-query.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Shipments" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const params = new URL(request.url).searchParams;
  const tab = oneOf(SHIPMENT_TABS, params.get("tab"));
  const query = listQuery(params);
  const [page, zone] = await Promise.all([merchant.queries.shipments(merchant.shop, { tab, ...query }), zoneOf(merchant)]);
  return { page, tab, search: query.search, zone, now: merchant.clock() };
};

export default function Shipments() {
  return <ShipmentsPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
