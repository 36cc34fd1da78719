import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import { CasesPage } from "#app/ui/admin/cases/cases-page.tsx";
import type { ResolveAnswer } from "#app/ui/admin/cases/resolve-modal.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { listQuery, oneOf } from "./requests/list-query.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Cases" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const params = new URL(request.url).searchParams;
  const status = oneOf(["open", "resolved"], params.get("status"));
  const query = listQuery(params);
  const [page, zone] = await Promise.all([merchant.queries.cases(merchant.shop, { status, ...query }), zoneOf(merchant)]);
  return { page, status, search: query.search, zone, now: merchant.clock() };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<ResolveAnswer> => {
  const { shop, commands } = await merchantRequest(request);
  const form = await request.formData();
  const resolution = String(form.get("resolution") ?? "").trim().slice(0, 600);
  if (resolution === "") return { outcome: "invalid", because: "Say in a few words what was done." };
  const result = await commands.resolveCase({ shop, caseId: String(form.get("caseId") ?? "") as CaseId, by: "merchant", resolution });
  switch (result.outcome) {
    case "resolved":
    case "already_resolved": return { outcome: result.outcome };
    case "not_found": return { outcome: "invalid", because: "This case does not exist any more. Reload the page to see the present ones." };
    default: return assertNever(result);
  }
};

export default function Cases() {
  return <CasesPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
