import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ActsCard } from "#app/ui/admin/acts/acts-card.tsx";
import { CarrierCards } from "#app/ui/admin/claims/carrier-cards.tsx";
import { CasePage } from "#app/ui/admin/cases/case-page.tsx";
import { ShipByCard } from "#app/ui/admin/ftc/ship-by-card.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data === undefined ? "Case" : [data.detail.label, data.detail.row.orderName].filter(Boolean).join(": ") }];

/** The page of one case; its address is in e-mails, Flow, webhooks and chat. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [detail, zone] = await Promise.all([merchant.queries.caseDetail(merchant.shop, params["id"] ?? "", merchant.userId), zoneOf(merchant)]);
  if (detail === null) throw new Response("Not found", { status: 404 });
  const { id: caseId, orderId, shipmentId } = detail.row;
  const [acts, carrier, shipBy] = await Promise.all([orderId === null ? null : merchant.queries.actsAbout(merchant.shop, { orderId, shipmentId, caseId }), merchant.queries.carrierOfCase(merchant.shop, caseId), merchant.queries.shipByOfCase(merchant.shop, caseId)]);
  return { detail, acts, carrier, shipBy, zone, now: merchant.clock() };
};

export default function Case() {
  const { detail, acts, carrier, shipBy, ...seen } = useLoaderData<typeof loader>();
  return <CasePage key={detail.row.id} detail={detail} acts={<><ShipByCard view={shipBy} acts={acts} zone={seen.zone} /><ActsCard view={acts} {...seen} /></>} claim={<CarrierCards orderId={detail.row.orderId} carrier={carrier} {...seen} />} {...seen} />;
}

export { FaultPage as ErrorBoundary };
