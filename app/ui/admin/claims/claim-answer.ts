import type { ClaimKind } from "#app/domain/workflows/claims/claim-rule.ts";

/** What a page asks of a case's claim, or of its carrier. Amounts in the currency's smallest unit; NaN arrives as null and is refused beside its field. */
export type ClaimWishAsked =
  | { readonly kind: "filed"; readonly reference: string; readonly amountMinor: number | null; readonly amountWritten: boolean }
  | { readonly kind: "paid"; readonly amountMinor: number | null } | { readonly kind: "refused" | "drop"; readonly note: string } | { readonly kind: "again" } | { readonly kind: "about"; readonly claimed: ClaimKind };
/** What the server answers. */
export type ClaimAnswer = { readonly outcome: "changed"; readonly text: string } | { readonly outcome: "refused"; readonly because: string };
/** What the server answers the page of deadlines. */
export type ClaimRuleAnswer = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };
