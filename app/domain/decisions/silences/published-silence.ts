import type { Duration } from "../../shared/time.ts";
import type { SilenceStage } from "../silence-model.ts";

const HOUR = 3_600_000;

/**
 * Working hours of quiet that the field calls too long, per stage, read 2026-11. Waiting to be labelled: 72 (Wonderment, 72 to 96). Label: 48 (AfterShip warns
 * after 24, 48 or 72). Customs: 72 (AfterShip's longest). Out for delivery and after an attempt carriers come again on the next working day: 24 and 48, the
 * product's own figures. Returning: 168 (Avada, seven days). On the road the merchant's own figure counts, 36 unless changed.
 */
const PUBLISHED: Readonly<Record<Exclude<SilenceStage, "in_transit">, number>> = { before_label: 72, label: 48, customs: 72, out_for_delivery: 24, after_attempt: 48, returning: 168 };

/** The rate the published figures are taken to hold at: one stretch in a hundred. */
const PUBLISHED_RATE = 0.01;
/** How much longer a rarer false alarm waits: a tail that falls as the fourth power, as gaps between scans do far out. The product's own figure, 2026-11. */
const TAIL = 0.25;

/** The published patience of a stage in working hours, at a false-alarm rate. */
export const publishedHours = (stage: SilenceStage, onTheRoad: Duration, rate: number): number =>
  (stage === "in_transit" ? onTheRoad / HOUR : PUBLISHED[stage]) * (PUBLISHED_RATE / rate) ** TAIL;
