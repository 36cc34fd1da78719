import type { ShopRecord } from "../ports.ts";

/** Where the app proxy lives on every storefront: prefix and subpath of shopify.app.toml. */
export const TRACKING_PATH = "/apps/hither/tracking";

/** The tracking page of one order on the merchant's own domain. The token is the whole proof. */
export const trackingLink = (shop: Pick<ShopRecord, "primaryUrl">, token: string): string =>
  `${lookupLink(shop)}?t=${encodeURIComponent(token)}`;

/** The same page without an order: a form that asks for number and e-mail. */
export const lookupLink = (shop: Pick<ShopRecord, "primaryUrl">): string => `${shop.primaryUrl.replace(/\/$/, "")}${TRACKING_PATH}`;

/** Where the feedback page lives on every storefront, beside the tracking page. */
export const FEEDBACK_PATH = "/apps/hither/feedback";

/** The page that asks how one case went. The token proves the order; the case is one of it. */
export const feedbackLink = (shop: Pick<ShopRecord, "primaryUrl">, token: string, caseId: string): string =>
  `${shop.primaryUrl.replace(/\/$/, "")}${FEEDBACK_PATH}?t=${encodeURIComponent(token)}&case=${encodeURIComponent(caseId)}`;

/** Where the page lives that asks whether to wait for what has not left, beside the tracking page. */
export const DELAY_PATH = "/apps/hither/delay";

/** The page that asks whether to wait, with an answer chosen. Opening it answers nothing; the token proves the order. */
export const delayLink = (shop: Pick<ShopRecord, "primaryUrl">, token: string, answer: "wait" | "cancel"): string =>
  `${shop.primaryUrl.replace(/\/$/, "")}${DELAY_PATH}?t=${encodeURIComponent(token)}&answer=${answer}`;
