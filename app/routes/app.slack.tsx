import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { assertNever } from "#app/domain/shared/brand.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import type { SlackAnswer } from "#app/ui/admin/slack/slack-answer.ts";
import { SlackPage } from "#app/ui/admin/slack/slack-page.tsx";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Slack" }];

const text = z.string().max(2_000);
const request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("connect"), url: text, signingSecret: text, events: z.array(z.string().max(60)).max(50) }),
  z.object({ intent: z.enum(["test", "disconnect"]) }),
]);

export const loader = async ({ request: asked }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(asked);
  const [view, zone] = await Promise.all([merchant.queries.slack(merchant.shop), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = async ({ request: asked }: ActionFunctionArgs): Promise<SlackAnswer> => {
  const { shop, commands } = await merchantRequest(asked);
  const wish = request.safeParse(await asked.json().catch(() => null));
  if (!wish.success) throw new Response("The form could not be read.", { status: 400 });
  const { data } = wish;
  switch (data.intent) {
    case "connect": return commands.connectSlack(shop, data);
    case "test": return commands.testSlack(shop);
    case "disconnect": return commands.disconnectSlack(shop);
    default: return assertNever(data);
  }
};

export default function Slack() {
  return <SlackPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
