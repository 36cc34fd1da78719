import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { IncidentId } from "#app/domain/shared/ids.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { IncidentPage } from "#app/ui/admin/incidents/incident-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.incident.label ?? "Incident" }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [incident, zone] = await Promise.all([merchant.queries.incident(merchant.shop, (params["id"] ?? "") as IncidentId), zoneOf(merchant)]);
  if (incident === null) throw new Response("Not found", { status: 404 });
  return { incident, zone, now: merchant.clock() };
};

export default function Incident() {
  return <IncidentPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
