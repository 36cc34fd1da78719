import { EXCEPTIONS, isVague, needsCase } from "../shipments/exception.ts";
import { quietSince } from "../shipments/shipment.ts";
import type { Change, Reasoned } from "./change.ts";
import { dateMoved } from "./find-date-moved.ts";
import { believedOf } from "./told-by.ts";

/** The quiet stretch that was judged as silence is the one these scans end; a later scan ends nothing. */
const endsSilence = ({ judged, silentBefore, after }: Change): boolean =>
  silentBefore !== null && judged.lastScanAt !== after.timeline.lastScanAt && silentBefore === quietSince(judged.lastScanAt, after);

/** What is over: trouble a clean scan or graver trouble has ended, and silence any scan ends. */
export const findRecovery = (change: Change): readonly Reasoned[] => {
  const { judged: { exception: was }, after, news } = change;
  const now = after.timeline.exception;
  const clean = believedOf(after.timeline, news).filter((scan) => scan.exception === null);
  const evidence = (clean.length > 0 ? clean.slice(-1) : news).map((scan) => scan.key);
  const found: Reasoned[] = [];
  if (endsSilence(change)) {
    found.push({
      verdict: { kind: "recovered", from: "no_movement" }, rule: "recovered.no_movement",
      because: "The parcel was scanned again after its silence.", evidence: news.slice(-1).map((scan) => scan.key), otherwise: "Without this scan the case would stay open.",
    });
  }
  if (was && now === null) {
    const label = EXCEPTIONS[was.category].label.toLowerCase();
    const mattered = needsCase(was.category) || dateMoved(change) !== null;
    found.push({
      verdict: mattered ? { kind: "recovered", from: was.category } : { kind: "noise", category: was.category }, rule: `recovered.${was.category}`,
      because: `A clean scan followed: ${label} is over.${mattered ? "" : " It had changed nothing that anybody was told."}`, evidence, otherwise: "Another report of the same problem would have kept it open.",
    });
  }
  if (was && now && now.category !== was.category && needsCase(was.category) && !isVague(was.category)) {
    found.push({
      verdict: { kind: "recovered", from: was.category }, rule: `superseded.${was.category}`,
      because: `${EXCEPTIONS[now.category].label} has taken the place of ${EXCEPTIONS[was.category].label.toLowerCase()}: one parcel, one problem.`, evidence: [now.scanKey], otherwise: "It would have stayed open as long as nothing else was wrong.",
    });
  }
  return found;
};
