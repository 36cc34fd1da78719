import { z } from "zod";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { days, minus, type Instant } from "#app/domain/shared/time.ts";
import { rows, words } from "../feed/read-json.ts";

const complete = z.object({ output: z.object({ completeTrackResults: z.array(z.object({ trackingNumber: words, trackResults: z.array(z.unknown()) })) }) });
const dated = z.object({ scanEvents: rows(z.object({ date: words })) });

/** A label may be made this long before the parcel was marked as sent. */
const BEFORE = days(30);

const newestScan = (result: unknown): number => Math.max(-Infinity, ...(dated.safeParse(result).data?.scanEvents ?? []).map(({ date }) => Date.parse(date ?? "")).filter((at) => !Number.isNaN(at)));

/**
 * FedEx uses its numbers again and may answer several parcels for one: the one with the newest scan is meant, and not one whose
 * last scan lies before ours was sent. Null: FedEx said nothing about this number.
 */
export const chosenResult = (answer: unknown, number: string, sentAt: Instant): unknown => {
  const read = complete.safeParse(answer);
  const mine = read.success ? read.data.output.completeTrackResults.find((one) => normalTrackingNumber(one.trackingNumber ?? "") === normalTrackingNumber(number)) : undefined;
  const [best, ...others] = (mine?.trackResults ?? []).toSorted((a, b) => newestScan(b) - newestScan(a));
  if (best === undefined) return null;
  const isOld = others.length > 0 && newestScan(best) < minus(sentAt, BEFORE);
  return isOld ? null : best;
};
