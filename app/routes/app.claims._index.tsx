import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ClaimAnswer } from "#app/ui/admin/claims/claim-answer.ts";
import { ClaimsPage } from "#app/ui/admin/claims/claims-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { readClaimRequest } from "./requests/claims-request.ts";
import { oneOf } from "./requests/list-query.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Claims" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(request);
  const tab = oneOf(["open", "filed", "ended"] as const, new URL(request.url).searchParams.get("tab"));
  return { tab, view: await queries.claims(shop, tab) };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<ClaimAnswer> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const asked = readClaimRequest(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return asked.intent === "say" ? commands.changeClaims({ shop, userId, ...asked }) : commands.noteAsked({ shop, userId, ...asked });
};

export default function Claims() {
  return <ClaimsPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
