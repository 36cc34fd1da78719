import type { ActRequest } from "../acts/act.ts";
import type { LineId } from "../../shared/ids.ts";

/** What of an order has not left, and whether anything of it has. */
export type Unsent = { readonly pieces: readonly { readonly lineId: LineId; readonly quantity: number }[]; readonly someLeft: boolean };

const NOTE = "Not shipped in time (16 CFR Part 435)";

/** What gives back what is owed: the whole order is cancelled and refunded; of one of which something left, the pieces that did not are refunded. */
export const owedRequest = ({ pieces, someLeft }: Unsent): Extract<ActRequest, { kind: "cancel_order" | "refund" }> =>
  someLeft
    ? { kind: "refund", pieces, shipping: false, amountMinor: null, asStoreCredit: false, note: NOTE, tellShopper: true }
    : { kind: "cancel_order", refund: true, restock: true, note: NOTE, tellShopper: true };
