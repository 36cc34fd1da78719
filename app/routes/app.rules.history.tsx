import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Instant } from "#app/domain/shared/time.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { HistoryPage } from "#app/ui/admin/rules/history-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";
import { rulesAction } from "./requests/rules-action.server.ts";

export const meta: MetaFunction = () => [{ title: "History of settings" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const before = Number(new URL(request.url).searchParams.get("before"));
  const [view, zone] = await Promise.all([merchant.queries.settingsHistory(merchant.shop, Number.isSafeInteger(before) && before > 0 && before < 8e15 ? (before as Instant) : null), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = ({ request }: ActionFunctionArgs) => rulesAction(request);

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
