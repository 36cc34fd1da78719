import { inWords, onlyWords, troubleInWords } from "../direct/in-words.ts";
import { combined, rowOf, type StatusMeaning } from "../feed/status-meaning.ts";
import { ACTIVITY_CODE, ACTIVITY_TYPE, PACKAGE_STATUS } from "./status-codes.ts";

/** What UPS states of an activity. `number` is the three-digit package status. */
export type UpsStatus = { readonly type: string | null; readonly code: string | null; readonly number: string | null; readonly text: string | null };

/**
 * What an activity means. A code we know decides how far the parcel is, the status number names the trouble; a parcel
 * delivered back to its sender, or to a counter, is told apart by the number alone. Without a known code the number speaks, then the type, each with
 * UPS's own words beside it. Type `D` says nothing by itself.
 */
export const activityMeaning = ({ type, code, number, text }: UpsStatus): StatusMeaning => {
  const byCode = rowOf(ACTIVITY_CODE, code);
  const byNumber = rowOf(PACKAGE_STATUS, number);
  if (byCode !== null) {
    const isElsewhere = byCode.milestone === "delivered" && (byNumber?.milestone === "ready_for_pickup" || byNumber?.milestone === "returned");
    return troubleInWords(isElsewhere ? byNumber : (combined(byCode, byNumber, false) ?? byCode), text);
  }
  if (byNumber !== null && byNumber.milestone !== "unknown") return isVague(byNumber) || isUnnamedTrouble(type, byNumber) ? inWords(byNumber, text) : troubleInWords(byNumber, text);
  const byType = rowOf(ACTIVITY_TYPE, type);
  return byType === null ? onlyWords(text) : inWords(byType, text);
};

/** "In transit" and "exception" are what UPS says when it has nothing finer. */
const isVague = ({ milestone, exception, reason }: StatusMeaning): boolean => milestone === "in_transit" && reason === null && (exception === null || exception === "carrier_exception");

/** UPS calls it an exception while its number names an ordinary stage, "clearance in progress" for one. */
const isUnnamedTrouble = (type: string | null, { milestone, exception }: StatusMeaning): boolean => type === "X" && milestone === "in_transit" && exception === null;
