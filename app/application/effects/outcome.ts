import { assertNever } from "#app/domain/shared/brand.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { AdminFailure, DispatchResult, OutboxItem, SendOutcome } from "../ports.ts";
import { retry } from "../commands/dispatch-outbox.ts";

/** What a sender's answer means for the outbox. */
export const ofSending = (item: OutboxItem, sent: SendOutcome, now: Instant): DispatchResult => {
  switch (sent.outcome) {
    case "sent": return { outcome: "sent", detail: sent.detail };
    case "unavailable": return retry(item, sent.because, now, sent.retryAt);
    case "refused": return { outcome: "failed", because: sent.because };
    default: return assertNever(sent);
  }
};

/** What a failure of Shopify's Admin API means for the outbox. */
export const ofAdminFailure = (item: OutboxItem, failure: AdminFailure, now: Instant): DispatchResult => {
  switch (failure.outcome) {
    case "unavailable": return retry(item, failure.because, now, failure.retryAt);
    case "unauthorised": return { outcome: "skipped", because: failure.because };
    case "refused": return { outcome: "failed", because: failure.because };
    default: return assertNever(failure);
  }
};
