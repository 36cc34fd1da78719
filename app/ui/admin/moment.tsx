import type { Instant } from "#app/domain/shared/time.ts";
import { relativeTo } from "../format/ago.ts";
import { formatMoment } from "../format/moments.ts";

/** A moment on the shop's wall clock, and how long ago that is. */
export const Moment = ({ at, zone, now }: { readonly at: string; readonly zone: string; readonly now: Instant }) => (
  <time dateTime={at} title={relativeTo(at, now)}>{formatMoment(at, zone)}</time>
);
