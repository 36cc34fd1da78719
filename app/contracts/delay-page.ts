import type { DelayAnswer } from "../domain/workflows/ftc/ship-clock.ts";

/** What of the order is asked about; days are ISO dates of the shop's zone. `answerBy`: a yes counts until then; null: silence is a yes. */
export type DelayQuestion = { readonly orderName: string; readonly number: number; readonly items: readonly { readonly title: string; readonly quantity: number }[]; readonly revisedOn: string | null; readonly answerBy: string | null; readonly said: DelayAnswer | null };

/** `not_found`: forged, expired, or nobody asked; one answer, so that nobody learns which. */
export type DelayTaken =
  | ({ readonly outcome: "asked" } & DelayQuestion) | { readonly outcome: "waits"; readonly orderName: string; readonly revisedOn: string | null } | { readonly outcome: "cancelled"; readonly orderName: string; readonly refundBy: string }
  | { readonly outcome: "left"; readonly orderName: string } | { readonly outcome: "not_found" } | { readonly outcome: "slow_down"; readonly retryAfterSeconds: number };
