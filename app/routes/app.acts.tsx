import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ActId, CaseId, IncidentId, OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { ActAnswer } from "#app/ui/admin/acts/act-answer.ts";
import { ActsPage } from "#app/ui/admin/acts/acts-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { readActAsk } from "./requests/act-request.ts";
import { listQuery } from "./requests/list-query.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Acts" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const { after, before } = listQuery(new URL(request.url).searchParams);
  const [view, zone] = await Promise.all([merchant.queries.actsPage(merchant.shop, { after, before }), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

/** Acts of every page are asked for here. */
export const action = async ({ request }: ActionFunctionArgs): Promise<ActAnswer> => {
  const { shop, userId, queries, commands } = await merchantRequest(request);
  const asked = readActAsk(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  const by = await queries.actor(shop, userId);
  switch (asked.intent) {
    case "undo": return { intent: "undo", ...(await commands.undoAct({ shop, actId: asked.id as ActId, by })) };
    case "undo_all": return { intent: "undo", ...(await commands.stopForAll({ shop, key: asked.key, by })) };
    case "limits": return { intent: "limits", ...(await commands.saveLimits(shop, asked.limits, by)) };
    case "preview": case "request": {
      const said = { shop, request: asked.request, key: asked.key, by };
      if ("incidentId" in asked.about) {
        const wish = { ...said, incidentId: asked.about.incidentId as IncidentId };
        return asked.intent === "preview" ? { intent: "preview", ...(await queries.previewForAll(wish)) } : { intent: "request", ...(await commands.actForAll(wish)) };
      }
      const { orderId, shipmentId, caseId } = asked.about;
      const wanted = { ...said, orderId: orderId as OrderId, shipmentId: shipmentId as ShipmentId | null, caseId: caseId as CaseId | null, sure: asked.sure, costMinor: asked.costMinor ?? null };
      return asked.intent === "preview" ? { intent: "preview", ...(await queries.previewAct(wanted)) } : { intent: "request", ...(await commands.requestAct(wanted)) };
    }
  }
};

export default function Acts() {
  return <ActsPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
