import { assertNever } from "../../shared/brand.ts";
import type { Instant } from "../../shared/time.ts";
import { amountWords } from "../acts/amount-words.ts";
import type { CaseEvent } from "../cases/case-event.ts";
import { CLAIM_KIND_WORDS } from "./claim-kind.ts";
import type { ClaimKind } from "./claim-rule.ts";
import type { Claim } from "./claim.ts";

/** What a merchant says of a claim. `again`: it is to be filed after all. */
export type ClaimWish =
  | { readonly kind: "filed"; readonly reference: string; readonly amountMinor: number | null }
  | { readonly kind: "paid"; readonly amountMinor: number }
  | { readonly kind: "refused"; readonly note: string }
  | { readonly kind: "drop"; readonly note: string }
  | { readonly kind: "again" }
  | { readonly kind: "about"; readonly claimed: ClaimKind };

/** What became of it. `refused`: it cannot be, and why. */
export type ClaimChanged = { readonly outcome: "changed"; readonly claim: Claim; readonly event: CaseEvent } | { readonly outcome: "refused"; readonly because: string };

/** Letters of a reference, and of a note. */
const LONGEST = { reference: 100, note: 1_000 } as const;
const MOST_MINOR = 100_000_000_000;

const refused = (because: string): ClaimChanged => ({ outcome: "refused", because });
const isAmount = (minor: number): boolean => Number.isSafeInteger(minor) && minor > 0 && minor <= MOST_MINOR;
const clean = (text: string): string => text.replaceAll("\0", "").trim();

/** Says of a claim what a person did about it; each saying is a line of the case's story, once per `key`. */
export const changeClaim = (claim: Claim, wish: ClaimWish, { by, at, key }: { readonly by: string; readonly at: Instant; readonly key: string }): ClaimChanged => {
  const changed = (part: Partial<Claim>, text: string): ClaimChanged => ({ outcome: "changed", claim: { ...claim, ...part }, event: { caseId: claim.caseId, key: `claim:${key}`, at, by, kind: "claim", text } });
  const words = (minor: number): string => amountWords(minor, claim.currency ?? "USD");
  switch (wish.kind) {
    case "filed": {
      const reference = clean(wish.reference);
      if (claim.state === "paid" || claim.state === "filed") return refused(`The claim is ${claim.state} already.`);
      if (reference === "" || reference.length > LONGEST.reference) return refused(`Write the carrier's number of the claim, up to ${LONGEST.reference} characters.`);
      if (wish.amountMinor !== null && !isAmount(wish.amountMinor)) return refused("Write the amount as a number above zero, or leave it empty.");
      return changed({ state: "filed", filedAt: at, reference, amountMinor: wish.amountMinor, note: null, lookAt: null }, `Claim filed as ${reference}${wish.amountMinor === null ? "" : ` over ${words(wish.amountMinor)}`}.`);
    }
    case "paid":
      if (claim.state !== "filed" && claim.state !== "refused") return refused("Only a claim that was filed can be paid.");
      return isAmount(wish.amountMinor) ? changed({ state: "paid", amountMinor: wish.amountMinor, note: null }, `The carrier paid ${words(wish.amountMinor)}.`) : refused("Write the amount as a number above zero.");
    case "refused": {
      const note = clean(wish.note);
      if (claim.state !== "filed") return refused("Only a claim that was filed can be refused.");
      return note === "" || note.length > LONGEST.note ? refused("Write why the carrier refused it.") : changed({ state: "refused", note }, `The carrier refused the claim: ${note}`);
    }
    case "drop": {
      const note = clean(wish.note);
      if (claim.state === "paid" || claim.state === "dropped") return refused(`The claim is ${claim.state} already.`);
      return note === "" || note.length > LONGEST.note ? refused("Write why nothing is claimed.") : changed({ state: "dropped", note, lookAt: null }, `Nothing is claimed: ${note}`);
    }
    case "again": return claim.state === "open" ? refused("The claim is to be filed already.") : changed({ state: "open", filedAt: null, note: null, lookAt: at }, "The claim is to be filed after all.");
    case "about": return claim.state !== "open" ? refused("The claim was filed or closed already.") : claim.kind === wish.claimed ? refused("It is so already.") : changed({ kind: wish.claimed, lookAt: at }, `Claimed as: ${CLAIM_KIND_WORDS[wish.claimed].label}.`);
    default: return assertNever(wish);
  }
};
