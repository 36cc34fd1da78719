import { createHmac } from "node:crypto";
import type { PageContext } from "./context.ts";
import { readLifecycleUrl, readTriggers, type Trigger } from "./flow-tomls.ts";

type Where = Pick<PageContext, "root" | "urls" | "world" | "app">;

/** Flow waits so long for an answer; then the merchant cannot switch the workflow on. */
const PATIENCE_MS = 5_000;

/** A body as Flow signs it: like a webhook. */
export function signedByFlow(body: string, { app, world }: Pick<Where, "app" | "world">): { method: "POST"; body: string; headers: Record<string, string> } {
  const signature = createHmac("sha256", app.clientSecret).update(body, "utf8").digest("base64");
  return { method: "POST", body, headers: { "content-type": "application/json", "x-shopify-hmac-sha256": signature, "x-shopify-shop-domain": world.shop.myshopify_domain } };
}

/** The merchant switches a workflow that begins with the trigger on or off. Flow tells the app, and leaves everything as it was when the app does not answer with 2xx in time. */
export async function setUse(context: Where, trigger: Trigger, used: boolean): Promise<{ outcome: "told" } | { outcome: "blocked"; because: string }> {
  const { world } = context;
  const url = readLifecycleUrl(context);
  if (url === null) return { outcome: "blocked", because: "The app has no lifecycle callback." };
  // By the trigger's title, as in Shopify's own example.
  const body = JSON.stringify({ flow_trigger_definition_id: trigger.name, has_enabled_flow: used, shop_id: world.shop.id, shopify_domain: world.shop.myshopify_domain, timestamp: world.clock.now().toISOString() });
  const because = await fetch(url, { ...signedByFlow(body, context), signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    async (answer) => (answer.ok ? null : `The app answered ${answer.status}: ${await answer.text()}`),
    (fault: unknown) => `The app did not answer: ${String(fault)}`,
  );
  if (because !== null) return { outcome: "blocked", because };
  world.flowUses.set(trigger.handle, used);
  return { outcome: "told" };
}

/** The demo's merchant has a workflow for every trigger from the start. Throws when the app keeps Flow from switching one on. */
export async function switchEveryTriggerOn(context: Where): Promise<void> {
  for (const trigger of readTriggers(context)) {
    const told = await setUse(context, trigger, true);
    if (told.outcome === "blocked") throw new Error(`The workflow for "${trigger.name}" could not be switched on. ${told.because}`);
  }
}
