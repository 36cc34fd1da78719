import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { merchantRequest } from "./requests/merchant.server.ts";

/** The address of a case in e-mails, Flow and webhooks; the case is shown on its parcel's page. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(request);
  const found = await queries.caseById(shop, params["id"] ?? "");
  if (found === null || found.shipmentId === null) throw new Response("Not found", { status: 404 });
  return redirect(`/app/shipments/${encodeURIComponent(found.shipmentId)}${new URL(request.url).search}`);
};

export default function Case() {
  return null;
}

export { FaultPage as ErrorBoundary };
