import type { OrderId, ShopId } from "../domain/shared/ids.ts";

/** The Flow actions we bring, each with a toml and a route of its own. */
export const FLOW_ACTIONS = ["resolve-case", "assign-case", "notify-customer", "reship-order", "give-store-credit", "hold-fulfilment", "recalculate-delivery-date"] as const;
/** The handle of one of our actions. */
export type FlowActionHandle = (typeof FLOW_ACTIONS)[number];

/** Why a fulfilment is held, in Shopify's terms. */
export const HOLD_REASONS = ["incorrect_address", "unknown_delivery_date", "other"] as const;

/** What an action wants, as the merchant's workflow filled it in. Empty texts are null. */
export type FlowWish =
  | { readonly action: "resolve-case"; readonly resolution: string }
  | { readonly action: "assign-case"; readonly to: string } // a member's name or e-mail address, or a team
  | { readonly action: "notify-customer"; readonly message: string }
  | { readonly action: "reship-order"; readonly trackingNumber: string | null; readonly tellShopper: boolean }
  /** `amount`: in whole units of the order's currency. */
  | { readonly action: "give-store-credit"; readonly amount: number; readonly expiresAfterDays: number | null; readonly trackingNumber: string | null; readonly tellShopper: boolean }
  | { readonly action: "hold-fulfilment"; readonly reason: (typeof HOLD_REASONS)[number]; readonly note: string }
  | { readonly action: "recalculate-delivery-date" };

/** One run of an action. `run` is Flow's id: the same run is done once and answered alike, however often it is asked. */
export type FlowAsk = { readonly shop: ShopId; readonly run: string; readonly orderId: OrderId; readonly wish: FlowWish };
