import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { IncidentMessageSent } from "#app/contracts/case-requests.ts";
import type { IncidentId } from "#app/domain/shared/ids.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { IncidentPage } from "#app/ui/admin/incidents/incident-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.incident.label ?? "Incident" }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [incident, zone] = await Promise.all([merchant.queries.incident(merchant.shop, (params["id"] ?? "") as IncidentId), zoneOf(merchant)]);
  if (incident === null) throw new Response("Not found", { status: 404 });
  const about = incident.endedAt === null ? await merchant.queries.caseDetail(merchant.shop, incident.caseId, merchant.userId) : null;
  return { incident, words: about === null || about.row.status === "resolved" ? null : about.playbook.toShopper, zone, now: merchant.clock() };
};

const message = z.object({ text: z.string().max(4_000), key: z.string().regex(/^[\w-]{8,64}$/) });

export const action = async ({ request, params }: ActionFunctionArgs): Promise<IncidentMessageSent> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const asked = message.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response("The form could not be read.", { status: 400 });
  return commands.messageShoppers({ shop, userId, incidentId: (params["id"] ?? "") as IncidentId, ...asked.data });
};

export default function Incident() {
  return <IncidentPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
