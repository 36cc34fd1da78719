import type { Courier } from "../courier.ts";
import { NUMBER_FORMATS } from "./formats.ts";
import { readings, recognise, type Recognition } from "./recognise.ts";

/**
 * Whether a number can be what the merchant said. Only a flag: the merchant's word stands, and a courier may print numbers nobody published.
 * `fits`: the courier's own number; `rather` is another courier whose format proves more. `handed_over`: a partner's number, as when the post
 * delivers the last mile. `other_courier`, `wrong_check_digit` and `unknown_format` cannot be right as they stand.
 * `unjudged`: no courier was stated, or none of its formats is known to us; `recognised` may still suggest somebody.
 */
export type NumberJudgement =
  | { readonly kind: "fits"; readonly as: Recognition; readonly rather: Recognition | null }
  | { readonly kind: "handed_over"; readonly as: Recognition }
  | { readonly kind: "other_courier"; readonly as: Recognition }
  | { readonly kind: "wrong_check_digit"; readonly format: string }
  | { readonly kind: "unknown_format"; readonly recognised: readonly Recognition[] }
  | { readonly kind: "unjudged"; readonly because: "no_courier" | "no_formats_known"; readonly recognised: readonly Recognition[] };

const isPost = (courier: Courier): boolean => courier.postOf.length > 0;

/** Posts print S10 numbers of their own country, and deliver those of every other. */
const isOwn = (stated: Courier, { courier, format, tells }: Recognition): boolean =>
  courier.code === stated.code || (format === "S10" && stated.postOf.includes(tells.country ?? ""));

const mayCarry = (stated: Courier, { courier, format }: Recognition): boolean =>
  stated.partners === "any" || stated.partners.includes(courier.code) || (format === "S10" && isPost(stated));

const withFormats = new Set(NUMBER_FORMATS.flatMap(({ courier }) => (courier === null ? [] : [courier])));

/** A post of whose domestic numbers nothing is known has a known format all the same; that is too little to call another one wrong. */
const formatsKnown = ({ code }: Courier): boolean => withFormats.has(code as Exclude<(typeof NUMBER_FORMATS)[number]["courier"], null>);

const RANK = { certain: 0, likely: 1, possible: 2 } as const;

/** The format of the stated courier that the number has, but for its check digit. */
const missed = (number: string, stated: Courier): string | null =>
  readings(number).find(({ format, reading }) => reading.kind === "wrong_check_digit" && (format.courier === stated.code || (format.courier === null && isPost(stated))))?.format.name ?? null;

/** Judges a number, as typed, against the courier stated for it; null when none was stated or its name meant nobody we know. */
export const judgeNumber = (number: string, stated: Courier | null): NumberJudgement => {
  const recognised = recognise(number);
  if (!stated) return { kind: "unjudged", because: "no_courier", recognised };
  const [first] = recognised;
  const as = recognised.find((one) => isOwn(stated, one));
  if (as) return { kind: "fits", as, rather: first && RANK[first.strength] < RANK[as.strength] && !isOwn(stated, first) && !mayCarry(stated, first) ? first : null };
  const partner = recognised.find((one) => mayCarry(stated, one) && one.strength !== "possible");
  if (partner) return { kind: "handed_over", as: partner };
  if (first?.strength === "certain") return { kind: "other_courier", as: first };
  const format = missed(number, stated);
  if (format !== null) return { kind: "wrong_check_digit", format };
  if (!formatsKnown(stated)) return { kind: "unjudged", because: "no_formats_known", recognised };
  return first?.strength === "likely" ? { kind: "other_courier", as: first } : { kind: "unknown_format", recognised };
};
