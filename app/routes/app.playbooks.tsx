import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import type { PlaybookAnswer } from "#app/ui/admin/cases/playbook-editor.tsx";
import { PlaybooksPage } from "#app/ui/admin/cases/playbooks-page.tsx";
import { readPlaybook } from "./requests/case-settings-request.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Playbooks" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, queries } = await merchantRequest(request);
  const asked = new URL(request.url).searchParams.get("category");
  const views = await queries.playbooks(shop);
  return { views, category: views.find((one) => one.category === asked)?.category ?? views[0]?.category ?? "no_movement" };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<PlaybookAnswer> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const asked = readPlaybook(await request.json().catch(() => null));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  return { ...(await commands.savePlaybook(shop, asked.category, asked.playbook, userId)), reset: asked.playbook === null };
};

export default function Playbooks() {
  return <PlaybooksPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
