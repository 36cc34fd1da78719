import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { RuleId } from "#app/domain/shared/ids.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { newRule } from "#app/ui/admin/rules/draft-rule.ts";
import rulesStyles from "#app/ui/admin/rules/rules.css?url";
import { RulePage } from "#app/ui/admin/rules/rule-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";
import { rulesAction } from "./requests/rules-action.server.ts";

export const meta: MetaFunction = () => [{ title: "Rule" }];

export const links: LinksFunction = () => [{ rel: "stylesheet", href: rulesStyles }];

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const { shop, queries } = merchant;
  const id = params["id"] ?? "new";
  const [view, { replay }, zone] = await Promise.all([queries.ruleById(shop, id === "new" ? null : (id as RuleId)), queries.trying(shop), zoneOf(merchant)]);
  if (view.row === null && id !== "new") throw new Response("Not found", { status: 404 });
  return { id, view, begin: view.row?.rule ?? newRule(new URL(request.url).searchParams.get("template")), replay, zone, now: merchant.clock() };
};

export const action = ({ request }: ActionFunctionArgs) => rulesAction(request);

export default function OneRule() {
  const { id, ...props } = useLoaderData<typeof loader>();
  return <RulePage key={id} {...props} />;
}

export { FaultPage as ErrorBoundary };
