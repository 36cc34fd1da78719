import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ClaimRuleAnswer } from "#app/ui/admin/claims/claim-answer.ts";
import { DeadlinesPage } from "#app/ui/admin/claims/deadlines-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { readDeadlineRequest } from "./requests/claims-request.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Claim deadlines" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(request);
  return { rows: await queries.claimRules(shop) };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<ClaimRuleAnswer> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const asked = readDeadlineRequest(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return asked.intent === "save" ? commands.saveClaimRule(shop, asked.draft, userId) : commands.removeClaimRule(shop, asked.id, userId);
};

export default function Deadlines() {
  return <DeadlinesPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
