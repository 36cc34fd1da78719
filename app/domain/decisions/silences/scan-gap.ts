import type { Instant } from "../../shared/time.ts";
import type { RoadStep, SilenceStage } from "../silence-model.ts";

/** One quiet stretch of a shop's past. `until`: when it was heard of again; null: it has not been, as far as is known. */
export type ScanGap = {
  readonly stage: SilenceStage; readonly step: RoadStep; readonly since: Instant; readonly until: Instant | null;
  /** Who had it: a courier's code, else the merchant's own word in lower case; before the label, the place that packs. */
  readonly holder: string | null;
  readonly country: string | null; readonly region: string | null; // of the destination
};

/** Stretches shorter than this are one event told twice, or two scans of one belt: nobody waits in them. In hours. */
export const LEAST_GAP_HOURS = 1;

/** From the coarsest group a stretch belongs to, to the finest: everybody, who holds it, and where it goes. */
export const groupsOf = ({ holder, country, region }: Pick<ScanGap, "holder" | "country" | "region">): readonly [string, string, string, string] => {
  const by = holder ?? "?";
  const to = country ?? "?";
  return ["*", by, `${by}/${to}`, `${by}/${to}-${region ?? "?"}`];
};

/** The groups that have tails of their own, from the coarsest to the finest. */
export const tailNames = (gap: Pick<ScanGap, "step" | "holder" | "country" | "region">): readonly [string, string, string, string] => {
  const [all, holder, country] = groupsOf(gap);
  return [all, gap.step, `${holder} ${gap.step}`, `${country} ${gap.step}`];
};
