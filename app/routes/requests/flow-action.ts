import { parse } from "lossless-json";
import { z } from "zod";
import { HOLD_REASONS, type FlowActionHandle, type FlowAsk, type FlowWish } from "#app/contracts/flow-actions.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import { legacyId, shopId, type OrderId } from "#app/domain/shared/ids.ts";

/** What Flow asks for. `invalid`: the body is Flow's, but the merchant filled something in that cannot be. */
export type FlowAction = { readonly outcome: "read"; readonly ask: FlowAsk } | { readonly outcome: "unreadable" | "invalid"; readonly because: string };

/** Ids exceed 2^53, so every number stays the text it was. */
const text = z.string().max(5_000);
const shape = z.object({ shopify_domain: text, action_run_id: z.string().trim().min(1).max(200), properties: z.record(z.string(), z.union([text, z.boolean()]).nullable()) });

const unreadable = (because: string): FlowAction => ({ outcome: "unreadable", because });
const plain = (body: string): unknown => {
  try {
    return parse(body, undefined, (number) => number);
  } catch {
    return undefined;
  }
};

/** Reads the body of a Flow action (`shopify_domain`, `action_run_id`, `properties.order_id` and the toml's keys; Shopify's documentation, 2026-11). */
export const readFlowAction = (body: string, action: FlowActionHandle): FlowAction => {
  const content = plain(body);
  if (content === undefined) return unreadable("The body is not JSON.");
  const read = shape.safeParse(content);
  if (!read.success) return unreadable(`The body lacks ${read.error.issues.map((issue) => issue.path.join(".")).join(", ") || "everything"}.`);
  const { shopify_domain, action_run_id: run, properties } = read.data;
  const shop = shopId(shopify_domain);
  if (shop === null) return unreadable("shopify_domain is not a shop's domain.");
  if (properties["order_id"] == null) return unreadable("The body lacks properties.order_id.");
  const orderId = legacyId(String(properties["order_id"]));
  if (orderId === null) return unreadable("properties.order_id is not an order's id.");
  const wish = wishOf(action, properties);
  return typeof wish === "string" ? { outcome: "invalid", because: wish } : { outcome: "read", ask: { shop, run, orderId: orderId as OrderId, wish } };
};

/** What is wished, or what is wrong with it in plain words. */
const wishOf = (action: FlowActionHandle, properties: Readonly<Record<string, string | boolean | null>>): FlowWish | string => {
  const said = (key: string): string => String(properties[key] ?? "").replaceAll("\0", "").trim();
  const isTrue = (key: string): boolean => said(key) === "true";
  const trackingNumber = said("tracking_number") || null;
  switch (action) {
    case "resolve-case": return { action, resolution: [said("resolution") || "Resolved by a workflow", said("note")].filter(Boolean).join(": ").slice(0, 600) };
    case "assign-case": return said("assignee") === "" ? "Say to whom the case is given: a name, an e-mail address or a team." : { action, to: said("assignee") };
    case "notify-customer": {
      const message = said("message");
      return message === "" ? "Write what the customer should read." : message.length > 2_000 ? "The message has no more than 2000 characters." : { action, message };
    }
    case "reship-order": return { action, trackingNumber, tellShopper: isTrue("notify_customer") };
    case "give-store-credit": {
      const amount = Number(said("amount"));
      const days = said("expires_after_days");
      if (said("amount") === "" || !(amount > 0) || !Number.isFinite(amount)) return "The amount is a number above zero, in the order's currency.";
      if (days !== "" && !(Number.isInteger(Number(days)) && Number(days) >= 1 && Number(days) <= 730)) return "The credit expires after 1 to 730 days, or never when that is left empty.";
      return { action, amount, expiresAfterDays: days === "" ? null : Number(days), trackingNumber, tellShopper: isTrue("notify_customer") };
    }
    case "hold-fulfilment": {
      const given = said("reason").toLowerCase().replaceAll(/[\s-]+/g, "_");
      const reason = given === "" ? "other" : HOLD_REASONS.find((one) => one === given);
      return reason === undefined ? `The reason is one of ${HOLD_REASONS.join(", ")}.` : { action, reason, note: said("note").slice(0, 2_000) };
    }
    case "recalculate-delivery-date": return { action };
    default: return assertNever(action);
  }
};
