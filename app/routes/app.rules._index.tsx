import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { RulesPage } from "#app/ui/admin/rules/rules-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";
import { rulesAction } from "./requests/rules-action.server.ts";

export const meta: MetaFunction = () => [{ title: "Rules" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [view, zone] = await Promise.all([merchant.queries.rules(merchant.shop), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = ({ request }: ActionFunctionArgs) => rulesAction(request);

export default function Rules() {
  return <RulesPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
