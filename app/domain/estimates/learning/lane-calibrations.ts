import { calibrate, type Calibration, type PastForecast } from "../engine/calibration.ts";
import type { Lane } from "./lane.ts";
import type { Learned } from "./learned.ts";

/** A lane with fewer forecasts of late is what all are. */
const LEAST_FORECASTS = 60;

/** Lanes are calibrated by region: `US-CA` for `US-CA-941`, `US` for what has no region of its own. */
export const regionOf = (lane: Lane): Lane => lane.split("-").slice(0, 2).join("-");

/** The calibration of every lane with forecasts enough, each pulled towards that of all: a noisy destination needs wider windows than a steady one at the same rate. */
export const calibrateLanes = (ledger: readonly (PastForecast & { readonly lane: Lane })[], today: number, all: Calibration): ReadonlyMap<Lane, Calibration> =>
  new Map([...Map.groupBy(ledger, (one) => regionOf(one.lane))].filter(([, own]) => own.length >= LEAST_FORECASTS).map(([lane, own]) => [lane, calibrate(own, today, [], all)]));

/** What turns a forecast asked at the order into days: its lane's own calibration, else that of all. */
export const calibrationOf = ({ ordered, orderedBy }: Pick<Learned, "ordered" | "orderedBy">, lane: Lane): Calibration => orderedBy.get(regionOf(lane)) ?? ordered;

/** The same for a parcel in the carrier's hands. */
export const shippedCalibrationOf = ({ shipped, shippedBy }: Pick<Learned, "shipped" | "shippedBy">, lane: Lane): Calibration => shippedBy.get(regionOf(lane)) ?? shipped;
