import { whereaboutsOf, type Whereabouts } from "../../carriers/geography/whereabouts.ts";
import type { Destination } from "../../orders/order.ts";
import type { ExceptionCategory } from "../../shipments/exception.ts";
import { isWithCarrier, type Milestone } from "../../shipments/milestone.ts";
import { latest, type Instant } from "../../shared/time.ts";
import { holderOf } from "./learned-silence.ts";
import { stageOf } from "./quiet.ts";
import { LEAST_GAP_HOURS, type ScanGap } from "./scan-gap.ts";

/** A scan as far as it teaches about quiet. */
export type PastScan = {
  readonly at: Instant; readonly milestone: Milestone; readonly exception: ExceptionCategory | null; readonly reason: string | null;
  readonly city: string | null; readonly region: string | null; readonly country: string | null; readonly zip: string | null;
};

/** A parcel of the past with its scans, oldest first. `orderedAt` null where its order is not known. */
export type ScannedParcel = {
  readonly orderedAt: Instant | null; readonly createdAt: Instant; readonly location: string | null;
  readonly carrier: string | null; readonly number: string | null; readonly destination: Destination | null; readonly scans: readonly PastScan[];
};

const LEAST_MS = LEAST_GAP_HOURS * 3_600_000;

const isCustoms = ({ exception, reason }: PastScan): boolean => exception === "customs_hold" || exception === "customs_docs" || (reason?.startsWith("customs") === true && !(reason === "customs_cleared" && exception === null));

const isNear = (scan: PastScan, goal: Whereabouts): boolean => {
  if (goal.country === null || (scan.region === null && scan.city === null)) return false;
  const at = whereaboutsOf(scan, goal.country);
  return at.country === goal.country && (goal.region !== null && at.region !== null ? at.region === goal.region : goal.city !== null && at.city === goal.city);
};

type State = { milestone: Milestone; acceptedAt: Instant | null; customs: boolean; attempted: boolean; near: boolean };

const learnScan = (state: State, scan: PastScan, goal: Whereabouts): void => {
  if (scan.milestone !== "unknown") state.milestone = scan.milestone;
  if (isWithCarrier(scan.milestone)) state.acceptedAt ??= scan.at;
  if (isCustoms(scan)) state.customs = true;
  else if (scan.exception === null && isWithCarrier(scan.milestone)) state.customs = false;
  if (scan.exception === "attempt_failed") state.attempted = true;
  else if (scan.exception === null) state.attempted = false;
  state.near ||= state.acceptedAt !== null && isNear(scan, goal);
};

const stageIn = ({ milestone, acceptedAt, customs, attempted }: State, { number }: ScannedParcel, heardAt: Instant | null) => {
  const exception = attempted ? { category: "attempt_failed" as const } : null;
  return stageOf({ cancelled: false, legs: [], tracking: { number }, timeline: { milestone, acceptedAt, lastScanAt: heardAt, exception, customs: customs ? { until: null } : null } });
};

/** The quiet stretches of one parcel, in their order. The last is open where its way has not ended. Read as the parcel itself is, stretch by stretch. */
export const gapsOfParcel = (parcel: ScannedParcel): readonly ScanGap[] => {
  const { orderedAt, createdAt, destination, carrier, location, scans } = parcel;
  const goal = whereaboutsOf(destination, null);
  const to = { country: destination?.country ?? null, region: destination?.region ?? null };
  const held = { holder: holderOf(carrier), ...to };
  const state: State = { milestone: "unknown", acceptedAt: null, customs: false, attempted: false, near: false };
  const found: ScanGap[] = orderedAt === null || createdAt - orderedAt < LEAST_MS ? [] : [{ stage: "before_label", step: "any", since: orderedAt, until: createdAt, holder: location, ...to }];
  const quiet = (since: Instant, until: Instant | null, heardAt: Instant | null): void => {
    const stage = stageIn(state, parcel, heardAt);
    if (stage === null || (until !== null && until - since < LEAST_MS)) return;
    const step = stage !== "in_transit" ? "any" : state.near ? "near" : heardAt === state.acceptedAt ? "collected" : "moving";
    found.push({ stage, step, since, until, ...held });
  };
  let heardAt: Instant | null = null;
  for (const scan of scans) {
    if (scan.at > createdAt) quiet(heardAt === null ? createdAt : latest(heardAt, createdAt), scan.at, heardAt);
    learnScan(state, scan, goal);
    heardAt = scan.at;
    if (state.milestone === "delivered") return found; // what is said after that trails behind it
  }
  quiet(heardAt === null ? createdAt : latest(heardAt, createdAt), null, heardAt);
  return found;
};
