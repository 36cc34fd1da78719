import { inWords, onlyWords, troubleInWords } from "../direct/in-words.ts";
import type { StatusMeaning } from "../feed/status-meaning.ts";
import { DELAY_TYPE, DERIVED_CODE, SCAN_CODE } from "./status-codes.ts";

const known = (code: string | null): StatusMeaning | null | undefined => (code !== null && Object.hasOwn(SCAN_CODE, code) ? SCAN_CODE[code] : undefined);

/** The meaning of a derived status, which speaks for the parcel as a whole; null when we do not know it. */
export const derivedMeaning = (code: string | null): StatusMeaning | null =>
  code === null ? null : (Object.hasOwn(DERIVED_CODE, code) ? DERIVED_CODE[code] : known(code)) ?? null;

/** What FedEx states of a scan. */
export type FedexStatus = { readonly code: string | null; readonly derived: string | null; readonly texts: readonly (string | null)[]; readonly delay: { readonly type: string | null; readonly status: string | null } | null };

/**
 * What a scan means: its code where that is exact, with the exception's words naming the trouble; otherwise the derived status and
 * the words. An unknown code with an unknown derived status is read by its words alone. A delay named beside it is told where there is no other trouble.
 */
export const scanMeaning = ({ code, derived, texts, delay }: FedexStatus): StatusMeaning => {
  const exact = known(code);
  const coarse = derivedMeaning(derived);
  const meaning = exact != null ? troubleInWords(exact, ...texts) : coarse !== null ? inWords(coarse, ...texts) : onlyWords(...texts);
  const isDelayed = delay !== null && (delay.status === null || delay.status === "DELAYED") && delay.type !== null;
  const isMoving = meaning.milestone === "in_transit" || meaning.milestone === "out_for_delivery" || meaning.milestone === "accepted";
  if (!isDelayed || !isMoving || (meaning.exception !== null && meaning.exception !== "delayed")) return meaning;
  return { milestone: meaning.milestone, exception: "delayed", reason: DELAY_TYPE[delay.type ?? ""] ?? meaning.reason };
};
