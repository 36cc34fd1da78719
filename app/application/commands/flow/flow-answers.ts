import type { FlowAnswer } from "../../ports.ts";

/** What a run came to, and the words it left to be sent. */
export type FlowDone = { readonly answer: FlowAnswer; readonly words?: string };

/** Not done, and why; the merchant reads it in Flow. */
export const sorry = (because: string): FlowDone => ({ answer: { status: 422, content: { error: because } } });
/** Done. */
export const done = (content: FlowAnswer["content"]): FlowDone => ({ answer: { status: 200, content } });
/** Flow asks again with the same run. A workflow can start before we have read the order it is about. */
export const later = (because: string): FlowDone => ({ answer: { status: 202, content: { later: true, message: because } } });

/** The order is not known yet, or it is older than what we hold. */
export const UNKNOWN_ORDER = "Hither has not read this order yet.";
