import { useEffect, useRef, useState } from "preact/hooks";
import type { OrderStatus } from "../../../app/contracts/order-status.ts";
import { readOrderStatus } from "./order-status-contract.ts";

/** What the block has to show. `inVain`: asked at least once without an answer. `silent`: nothing to say, because the app is down or unknown. */
export type OrderStatusView =
  | { readonly kind: "loading"; readonly inVain: boolean }
  | { readonly kind: "waiting" }
  | { readonly kind: "known"; readonly status: Extract<OrderStatus, { state: "known" }> }
  | { readonly kind: "silent" };

export type OrderStatusSource = {
  /** Where the answer is shown: the app keeps a record of every date it gave to a shopper. */
  readonly surface: "thank_you" | "order_status";
  readonly apiUrl: string | null;
  /** Global id; right after the purchase it may be an `OrderIdentity` with the order's number. */
  readonly orderId: string | null;
  /** Joins the caller to the order: with it the app also tells number, items and the signed link. */
  readonly checkoutToken: string | null;
  readonly locale: string;
  readonly token: () => Promise<string>;
};

const SECOND_MS = 1_000;
/** An answer later than this is no answer: the page must not wait for us. */
const TIMEOUT_MS = 8 * SECOND_MS;
/** The webhook usually arrives within seconds of the thank-you page. */
const NOT_YET_DELAYS_MS = [2, 3, 5, 8, 13, 21].map((s) => s * SECOND_MS);
const FAILURE_DELAYS_MS = [3, 10].map((s) => s * SECOND_MS);
/** While the buyer keeps the page open. */
const REFRESH_MS = 60 * SECOND_MS;

const ask = async ({ surface, apiUrl, orderId, checkoutToken, locale, token }: OrderStatusSource): Promise<OrderStatus | null> => {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
  try {
    const query = new URLSearchParams({ surface, order: orderId ?? "", locale, ...(checkoutToken === null ? {} : { checkout: checkoutToken }) });
    const response = await fetch(`${apiUrl}/api/ext/order-status?${query}`, {
      headers: { Authorization: `Bearer ${await token()}` }, signal: timeout.signal,
    });
    return response.ok ? readOrderStatus(await response.json()) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

/** Asks the app for the order's status, again while it is not there yet, and now and then afterwards. A failed refresh keeps what is shown. */
export const useOrderStatus = (source: OrderStatusSource): OrderStatusView => {
  const [view, setView] = useState<OrderStatusView>({ kind: "loading", inVain: false });
  const { apiUrl, orderId } = source;
  // The surface hands over fresh functions at every render; only another order or another address starts over.
  const latest = useRef(source);
  latest.current = source;

  useEffect(() => {
    if (apiUrl === null || orderId === null) {
      setView({ kind: "silent" });
      return;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let notYet = 0;
    let failures = 0;
    const again = (delay: number | undefined) => {
      if (delay !== undefined) timer = setTimeout(() => void look(), delay);
    };

    const look = async (): Promise<void> => {
      const status = await ask(latest.current);
      if (stopped) return;
      if (status === null) {
        const delay = FAILURE_DELAYS_MS[failures++];
        setView((before) => {
          if (before.kind === "known") return before;
          if (delay === undefined) return { kind: "silent" };
          return before.kind === "loading" ? { kind: "loading", inVain: true } : before;
        });
        return again(delay);
      }
      failures = 0;
      if (status.state === "not_yet") {
        setView((before) => (before.kind === "known" ? before : { kind: "waiting" }));
        return again(NOT_YET_DELAYS_MS[notYet++]);
      }
      setView({ kind: "known", status });
      again(REFRESH_MS);
    };

    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [apiUrl, orderId]);

  return view;
};
