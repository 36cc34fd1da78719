import type { ClaimClock } from "../domain/workflows/claims/claim-clock.ts";
import type { CarrierContact } from "../domain/workflows/claims/carrier-contacts.ts";
import type { ClaimKind, ClaimRule } from "../domain/workflows/claims/claim-rule.ts";
import type { ClaimState } from "../domain/workflows/claims/claim.ts";

/** The claim of a case as its page shows it. `rule`: the row of the table it goes by. */
export type ClaimView = {
  readonly kind: ClaimKind; readonly state: ClaimState; readonly clock: ClaimClock; readonly rule: ClaimRule | null; readonly carrier: string;
  readonly filedAt: string | null; readonly reference: string | null; readonly amount: string | null; readonly currency: string; readonly note: string | null;
};

/** What asking the carrier needs. `asked`: when it was last asked, by whom. */
export type AskCarrierView = { readonly carrier: string; readonly words: string; readonly contact: CarrierContact | null; readonly dated: string; readonly asked: readonly { readonly at: string; readonly by: string }[] };

/** What can be done with the carrier of a case's parcel. `claim` null: such trouble is not claimed. */
export type CarrierView = { readonly caseId: string; readonly claim: ClaimView | null; readonly ask: AskCarrierView };

/** A line of the list of claims. */
export type ClaimRow = {
  readonly caseId: string; readonly orderName: string | null; readonly carrier: string | null; readonly trackingNumber: string | null; readonly kind: ClaimKind; readonly state: ClaimState;
  readonly earliestOn: string | null; readonly latestOn: string | null; readonly reference: string | null; readonly amount: string | null;
};
/** The most urgent claims of a tab, and how many each tab holds. */
export type ClaimsView = { readonly rows: readonly ClaimRow[]; readonly total: { readonly open: number; readonly filed: number; readonly ended: number } };

/** A row of the table of deadlines as its page shows it. `own`: changed or added by the shop; `added`: no ready-made row stands behind it. */
export type ClaimRuleRow = { readonly rule: ClaimRule; readonly carrier: string; readonly own: boolean; readonly added: boolean };
/** A row as somebody writes it. `id` null: a new one; `carrier`: a name, empty for any carrier. */
export type ClaimRuleDraft = Omit<ClaimRule, "id" | "courier" | "checkedOn"> & { readonly id: string | null; readonly carrier: string };
