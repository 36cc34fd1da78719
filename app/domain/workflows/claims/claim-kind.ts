import type { CaseCategory } from "../case.ts";
import type { ClaimKind } from "./claim-rule.ts";

/** Which trouble carriers pay for, and as what. A parcel that is only quiet can turn out lost, and its days run already. */
const KINDS: Partial<Record<CaseCategory, ClaimKind>> = {
  lost: "lost", not_received: "lost", delivered_elsewhere: "lost", no_movement: "lost", undeliverable: "lost", damaged: "damaged", destroyed: "damaged", late_vs_promise: "late", delayed: "late",
};

/** What would be claimed about trouble of a category; null: there is nothing to claim. */
export const claimKindOf = (category: CaseCategory): ClaimKind | null => KINDS[category] ?? null;

/** A kind of claim, within a sentence and as a choice. */
export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, { readonly parcels: string; readonly label: string }>> = {
  lost: { parcels: "parcels that never arrived", label: "Never arrived" }, damaged: { parcels: "damaged parcels", label: "Damaged" },
  late: { parcels: "late parcels", label: "Late" }, missing_content: { parcels: "parcels with missing contents", label: "Contents missing" },
};
