import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReportAnswer } from "#app/ui/admin/dates/dates-answer.ts";
import datesStyles from "#app/ui/admin/dates/dates.css?url";
import { ReliabilityPage } from "#app/ui/admin/dates/report/reliability-page.tsx";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { reportDays } from "./requests/dates-request.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Reliability of your dates" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: datesStyles }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries, clock } = await merchantRequest(request);
  const days = reportDays(new URL(request.url).searchParams.get("days"));
  return { view: await queries.reliability(shop, days), days, now: clock() };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<ReportAnswer> => {
  const { shop, commands } = await merchantRequest(request);
  const asked: unknown = await request.json().catch(() => null);
  if (typeof asked !== "object" || asked === null || !("intent" in asked) || asked.intent !== "refit") throw new Response("Unknown request.", { status: 400 });
  await commands.refitNow(shop);
  return { intent: "refit", outcome: "asked" };
};

export default function Reliability() {
  return <ReliabilityPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
