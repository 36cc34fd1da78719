import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { NotInstalled } from "#app/ui/admin/not-installed.tsx";
import type { SourcesAnswer } from "#app/ui/admin/sources/sources-answer.ts";
import { SourcesPage } from "#app/ui/admin/sources/sources-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";
import { answerSourcesRequest, readSourcesRequest } from "./requests/sources-request.ts";

export const meta: MetaFunction = () => [{ title: "Sources" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(request);
  const [view, zone] = await Promise.all([merchant.queries.sources(merchant.shop), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<SourcesAnswer> => {
  const { shop, commands } = await merchantRequest(request);
  const asked = readSourcesRequest(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return answerSourcesRequest(shop, asked, commands);
};

export default function Sources() {
  const { view, zone, now } = useLoaderData<typeof loader>();
  return view === null ? <NotInstalled /> : <SourcesPage view={view} zone={zone} now={now} />;
}

export { FaultPage as ErrorBoundary };
