import { readText } from "../feed/read-text.ts";
import type { StatusMeaning } from "../feed/status-meaning.ts";
import type { Milestone } from "#app/domain/shipments/milestone.ts";

/** Where the words may say the parcel is when the status says no more than "under way". Never at the end of its journey. */
const UNDER_WAY: ReadonlySet<Milestone> = new Set(["accepted", "in_transit", "out_for_delivery", "ready_for_pickup", "returning", "undeliverable"]);
/** What "delivered" can turn out to be: handed over at a counter, or back at the sender's. */
const AFTER_ALL: ReadonlySet<Milestone> = new Set(["ready_for_pickup", "returned"]);

const firstRead = (texts: readonly (string | null)[]): StatusMeaning | null => {
  for (const text of texts) {
    const said = readText(text);
    if (said !== null && said.milestone !== "unknown") return said;
  }
  return null;
};

/** The reason and the trouble of the words, where they speak of the same stage. */
const withTrouble = (status: StatusMeaning, said: StatusMeaning): StatusMeaning =>
  said.exception === null ? { ...status, reason: status.reason ?? said.reason } : { milestone: status.milestone, exception: said.exception, reason: said.reason };

/**
 * A status that says only roughly where the parcel is, made finer by the carrier's own words; the first text that is understood
 * counts. Words never end a journey that the status leaves open, and never reopen one it has ended, except that a delivery
 * may have been made to a counter or to the sender.
 */
export const inWords = (status: StatusMeaning, ...texts: readonly (string | null)[]): StatusMeaning => {
  const said = firstRead(texts);
  if (said === null) return status;
  if (said.milestone === status.milestone) return withTrouble(status, said);
  if (status.milestone === "in_transit") return UNDER_WAY.has(said.milestone) ? said : status;
  if (status.milestone === "delivered") return AFTER_ALL.has(said.milestone) ? said : status;
  if (status.milestone === "label_created") return said.milestone === "cancelled" ? said : status;
  if (status.milestone === "returning") return said.milestone === "returned" ? said : status;
  return status.milestone === "unknown" ? said : status;
};

/** A status that is exact but names its trouble only in general ("exception", "attempt failed"): the words name it. Anything else stays as it is. */
export const troubleInWords = (status: StatusMeaning, ...texts: readonly (string | null)[]): StatusMeaning => {
  if (status.milestone === "delivered") return inWords(status, ...texts);
  if (status.exception === null || status.reason !== null) return status;
  const said = firstRead(texts);
  if (said === null || said.exception === null) return status;
  if (said.exception === status.exception) return { ...status, reason: said.reason };
  const isGeneral = status.exception === "carrier_exception" || status.exception === "attempt_failed" || status.exception === "delayed";
  const isPossible = said.milestone === status.milestone || said.milestone === "returning" || said.milestone === "undeliverable";
  return isGeneral && isPossible ? inWords(status, ...texts) : status;
};

/** What only words say; `unknown` when nothing is understood. */
export const onlyWords = (...texts: readonly (string | null)[]): StatusMeaning => firstRead(texts) ?? { milestone: "unknown", exception: null, reason: null };
