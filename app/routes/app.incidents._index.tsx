import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { IncidentsPage } from "#app/ui/admin/incidents/incidents-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Incidents" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [rows, zone] = await Promise.all([merchant.queries.incidents(merchant.shop), zoneOf(merchant)]);
  return { rows, zone, now: merchant.clock() };
};

export default function Incidents() {
  return <IncidentsPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
