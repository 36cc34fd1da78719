import type { Estimate } from "../estimates/estimate.ts";
import type { Destination } from "../orders/order.ts";
import type { Scan } from "../shipments/scan.ts";
import type { Judged, Shipment } from "../shipments/shipment.ts";
import type { Instant } from "../shared/time.ts";
import type { Concluded } from "./concluded.ts";
import type { Decision, Verdict } from "./decision.ts";
import type { Policy } from "./policy.ts";
import type { Quiet } from "./silences/quiet.ts";
import type { TrustDebt } from "./trust-debt.ts";

/** What was last decided about a parcel, the parcel with the news, and the date each led to. */
export type Change = {
  readonly judged: Judged;
  readonly silentBefore: Instant | null;
  readonly after: Shipment;
  readonly news: readonly Scan[]; // statements not known before
  readonly estimateBefore: Estimate | null; // of the parcel, or of its order before it had one
  readonly estimateAfter: Estimate;
  readonly promised: Estimate | null; // what was said first
  readonly concluded: Concluded; // until now
};

/** What a decision depends on besides the parcel. `catchingUp`: until when the app only listens; null: it knows what there is to know. */
export type Weighing = {
  readonly policy: Policy; readonly now: Instant; readonly catchingUp: Instant | null; readonly quiet: Quiet | null;
  readonly destination: Destination | null; readonly debt: TrustDebt;
  readonly chanceOfMissing: number | null; // what was promised first; null where no distribution says
};

/** A verdict with its reasons, before it is dated and filed. */
export type Reasoned<V extends Verdict = Verdict> = Pick<Decision, "rule" | "because" | "evidence" | "otherwise"> & { readonly verdict: V };
