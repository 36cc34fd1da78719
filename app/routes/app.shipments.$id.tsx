import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import { ActsCard } from "#app/ui/admin/acts/acts-card.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import type { NotReceivedAnswer } from "#app/ui/admin/shipments/not-arrived.tsx";
import { ShipmentPage } from "#app/ui/admin/shipments/shipment-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.shipment.orderName ?? "Shipment" }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [shipment, zone] = await Promise.all([merchant.queries.shipment(merchant.shop, params["id"] ?? ""), zoneOf(merchant)]);
  if (shipment === null) throw new Response("Not found", { status: 404 });
  const caseId = shipment.cases.find(({ status }) => status !== "resolved")?.id ?? null;
  const acts = await merchant.queries.actsAbout(merchant.shop, { orderId: shipment.orderId, shipmentId: shipment.id, caseId });
  return { shipment, acts, zone, now: merchant.clock() };
};

export const action = async ({ request, params }: ActionFunctionArgs): Promise<NotReceivedAnswer> => {
  const { shop, commands } = await merchantRequest(request);
  if ((await request.formData()).get("intent") !== "report_not_received") throw new Response("Unknown request.", { status: 400 });
  const { outcome } = await commands.reportNotReceived(shop, (params["id"] ?? "") as ShipmentId);
  return { outcome };
};

export default function Shipment() {
  const { acts, ...seen } = useLoaderData<typeof loader>();
  return <ShipmentPage {...seen} acts={<ActsCard view={acts} zone={seen.zone} now={seen.now} />} />;
}

export { FaultPage as ErrorBoundary };
