import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { HomePage } from "#app/ui/admin/home/home-page.tsx";
import { NotInstalled } from "#app/ui/admin/not-installed.tsx";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Hither" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries, commands, clock, apiKey } = await merchantRequest(request);
  const view = await queries.home(shop);
  if (view === null) await commands.installShop(shop);
  return { view, shop, apiKey, now: clock() };
};

export const action = async ({ request }: ActionFunctionArgs) => {
  const { shop, commands } = await merchantRequest(request);
  const intent = (await request.formData()).get("intent");
  if (intent === "dismiss_guide") await commands.dismissGuide(shop);
  else if (intent === "restart_import") await commands.restartImport(shop);
  else throw new Response("Unknown request.", { status: 400 });
  return { outcome: "done" as const };
};

export default function Home() {
  const { view, shop, apiKey, now } = useLoaderData<typeof loader>();
  return view === null ? <NotInstalled /> : <HomePage view={view} shop={shop} apiKey={apiKey} now={now} />;
}

export { FaultPage as ErrorBoundary };
