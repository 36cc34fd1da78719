import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { TeamPage, type TeamAnswer } from "#app/ui/admin/cases/team-page.tsx";
import { readTeamDraft } from "./requests/case-settings-request.ts";
import { merchantRequest } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Team" }];

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, userId, queries } = await merchantRequest(request);
  return { view: await queries.team(shop, userId) };
};

export const action = async ({ request }: ActionFunctionArgs): Promise<TeamAnswer> => {
  const { shop, userId, commands } = await merchantRequest(request);
  const draft = readTeamDraft(await request.json().catch(() => null));
  if (draft === null) throw new Response("The form could not be read.", { status: 400 });
  return commands.saveTeam(shop, draft, userId);
};

export default function Team() {
  return <TeamPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
