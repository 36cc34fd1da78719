import { CLAIM_KINDS, type ClaimKind, type ClaimRule, type Reach, type Wait } from "#app/domain/workflows/claims/claim-rule.ts";
import type { ClaimTime } from "#app/domain/workflows/claims/claim-clock.ts";
import { CLAIM_KIND_WORDS } from "#app/domain/workflows/claims/claim-kind.ts";
import type { ClaimState } from "#app/domain/workflows/claims/claim.ts";
import type { Worded } from "../../format/tones.ts";

const STATES: Readonly<Record<ClaimState, Worded>> = {
  open: { label: "To be filed", tone: "attention" }, filed: { label: "Filed", tone: "info" }, paid: { label: "Paid", tone: "success" }, refused: { label: "Refused", tone: "critical" },
  missed: { label: "Too late", tone: "critical" }, dropped: { label: "Not claimed", tone: "neutral" },
};
const TIMES: Readonly<Record<ClaimTime, Worded>> = {
  unknown: { label: "No deadline known", tone: "neutral" }, too_early: { label: "Too early", tone: "info" }, open: { label: "Can be filed", tone: "attention" }, closing_soon: { label: "File now", tone: "critical" }, missed: { label: "Too late", tone: "critical" },
};

/** How far a claim is; while it is to be filed, where it stands in its time. */
export const wordClaim = (state: ClaimState, time: ClaimTime | null): Worded => (state === "open" && time !== null ? TIMES[time] : STATES[state]);

export const REACH_WORDS: Readonly<Record<Reach, string>> = { domestic: "Within the country", international: "Abroad", any: "Anywhere" };
const FROM: Readonly<Record<Wait["from"], string>> = { shipping: "shipping", delivery: "delivery", expected: "the expected day" };
export const COUNT_CHOICES = (Object.keys(FROM) as Wait["from"][]).flatMap((from) => (["calendar", "business"] as const).map((counting) => ({ value: `${from}.${counting}`, label: `${counting === "business" ? "business days" : "days"} after ${FROM[from]}` })));

/** "60 days after shipping"; nothing stands for a limit nobody knows. */
export const wordWait = (wait: Wait | null, none: string): string =>
  wait === null ? none : `${wait.days} ${wait.counting === "business" ? "business " : ""}${wait.days === 1 ? "day" : "days"} after ${FROM[wait.from]}`;

export const KIND_CHOICES = CLAIM_KINDS.map((value) => ({ value, label: CLAIM_KIND_WORDS[value].label }));
/** What a row is about, in a few words. */
export const wordKinds = (kinds: readonly ClaimKind[]): string => (kinds.length === CLAIM_KINDS.length ? "Everything" : kinds.map((one) => CLAIM_KIND_WORDS[one].label).join(", "));
/** The row a claim goes by, with its source and its day. */
export const wordRule = ({ source, checkedOn, note }: ClaimRule): string => `By the table of deadlines: ${source}, ${checkedOn}.${note === null ? "" : ` ${note}`} Check it against your contract with the carrier.`;
