import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import type { NotReceivedAnswer } from "#app/ui/admin/shipments/not-arrived.tsx";
import { ShipmentPage } from "#app/ui/admin/shipments/shipment-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.shipment.orderName ?? "Shipment" }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [shipment, zone] = await Promise.all([merchant.queries.shipment(merchant.shop, params["id"] ?? ""), zoneOf(merchant)]);
  if (shipment === null) throw new Response("Not found", { status: 404 });
  return { shipment, zone, now: merchant.clock() };
};

export const action = async ({ request, params }: ActionFunctionArgs): Promise<NotReceivedAnswer> => {
  const { shop, commands } = await merchantRequest(request);
  if ((await request.formData()).get("intent") !== "report_not_received") throw new Response("Unknown request.", { status: 400 });
  const { outcome } = await commands.reportNotReceived(shop, (params["id"] ?? "") as ShipmentId);
  return { outcome };
};

export default function Shipment() {
  return <ShipmentPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
