import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { ShipmentPage } from "#app/ui/admin/shipments/shipment-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.shipment.orderName ?? "Shipment" }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [shipment, zone] = await Promise.all([merchant.queries.shipment(merchant.shop, params["id"] ?? ""), zoneOf(merchant)]);
  if (shipment === null) throw new Response("Not found", { status: 404 });
  return { shipment, zone, now: merchant.clock() };
};

export default function Shipment() {
  return <ShipmentPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
