import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { TryPage } from "#app/ui/admin/rules/try-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";
import { rulesAction } from "./requests/rules-action.server.ts";

export const meta: MetaFunction = () => [{ title: "Try a change on the past" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [view, zone] = await Promise.all([merchant.queries.trying(merchant.shop), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = ({ request }: ActionFunctionArgs) => rulesAction(request);

export default function Try() {
  return <TryPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
