import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { FaultPage } from "#app/ui/admin/fault-page.tsx";
import { WebhooksPage } from "#app/ui/admin/webhooks/webhooks-page.tsx";
import type { WebhooksAnswer } from "#app/ui/admin/webhooks/webhooks-answer.ts";
import { merchantRequest, zoneOf } from "./requests/merchant.server.ts";

export const meta: MetaFunction = () => [{ title: "Webhooks" }];

const id = z.string().min(1).max(400);
const [url, events] = [z.string().max(2_000), z.array(z.string().max(60)).max(50)];
const request = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), url, events }),
  z.object({ intent: z.literal("change"), id, url, events }),
  z.object({ intent: z.literal("switch"), id, enabled: z.boolean() }),
  z.object({ intent: z.enum(["remove", "rotate", "test", "replay"]), id }),
  z.object({ intent: z.literal("replay_failed"), id, since: z.iso.datetime() }),
]);

export const loader = async ({ request: asked }: LoaderFunctionArgs) => {
  const merchant = await merchantRequest(asked);
  const [view, zone] = await Promise.all([merchant.queries.endpoints(merchant.shop), zoneOf(merchant)]);
  return { view, zone, now: merchant.clock() };
};

export const action = async ({ request: asked }: ActionFunctionArgs): Promise<WebhooksAnswer> => {
  const { shop, commands } = await merchantRequest(asked);
  const wish = request.safeParse(await asked.json().catch(() => null));
  if (!wish.success) throw new Response("The form could not be read.", { status: 400 });
  const { data } = wish;
  switch (data.intent) {
    case "add": return { about: null, ...(await commands.addEndpoint(shop, data.url, data.events)) };
    case "change": return { about: data.id, ...(await commands.changeEndpoint(shop, data.id, data.url, data.events)) };
    case "switch": return { about: data.id, ...(await commands.switchEndpoint(shop, data.id, data.enabled)) };
    case "remove": return { about: data.id, ...(await commands.removeEndpoint(shop, data.id)) };
    case "rotate": return { about: data.id, ...(await commands.rotateSecret(shop, data.id)) };
    case "test": return { about: data.id, ...(await commands.sendTest(shop, data.id)) };
    case "replay": return { about: data.id, ...(await commands.replayDelivery(shop, data.id)) };
    case "replay_failed": return { about: data.id, ...(await commands.replayFailed(shop, data.id, Date.parse(data.since) as Instant)) };
    default: return assertNever(data);
  }
};

export default function Webhooks() {
  return <WebhooksPage {...useLoaderData<typeof loader>()} />;
}

export { FaultPage as ErrorBoundary };
