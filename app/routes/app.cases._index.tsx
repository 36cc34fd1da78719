import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CASE_TABS } from "#app/contracts/case-views.ts";
import { CASE_CATEGORIES } from "#app/domain/workflows/cases/ready-playbooks.ts";
import type { CaseAnswer } from "#app/ui/admin/cases/case-answer.ts";
import { CasesPage } from "#app/ui/admin/cases/cases-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { answerCaseRequest, readCaseRequest } from "./requests/case-request.ts";
import { listQuery, oneOf } from "./requests/list-query.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Cases" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const params = new URL(request.url).searchParams;
  const tab = oneOf(CASE_TABS, params.get("status"));
  const query = listQuery(params);
  const severity = params.get("severity");
  const filters = {
    category: CASE_CATEGORIES.find((one) => one === params.get("category")) ?? null, team: params.get("team"), owner: params.get("owner"),
    severity: severity === "0" || severity === "1" || severity === "2" ? (Number(severity) as 0 | 1 | 2) : null,
  };
  const [list, zone] = await Promise.all([merchant.queries.cases(merchant.shop, merchant.userId, { tab, ...filters, ...query }), zoneOf(merchant)]);
  return { ...list, tab, filtered: Object.values(filters).some((one) => one !== null), search: query.search, zone, now: merchant.clock() };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<CaseAnswer> => {
  const { shop, userId, clock, commands } = await merchantRequest(request);
  const asked = readCaseRequest(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return answerCaseRequest(asked, { shop, userId, now: clock() }, commands);
};

export default function Cases() {
  return <CasesPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
