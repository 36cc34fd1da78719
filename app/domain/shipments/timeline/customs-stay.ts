import type { Instant } from "../../shared/time.ts";
import { isWithCarrier, type Milestone } from "../milestone.ts";
import { counts, type Happening } from "./happening.ts";

/** A parcel's stay in customs. `until` null: it is still there. */
export type CustomsStay = { readonly since: Instant; readonly until: Instant | null; readonly country: string | null };

const isCustoms = ({ exception, reason }: Happening): boolean => exception === "customs_hold" || exception === "customs_docs" || reason?.startsWith("customs") === true;
const isCleared = ({ exception, reason }: Happening): boolean => reason === "customs_cleared" && exception === null;

const LATER_STEPS: ReadonlySet<Milestone> = new Set<Milestone>(["out_for_delivery", "ready_for_pickup", "delivered", "returning", "returned"]);

/** Whether an event shows the parcel beyond the office that held it: a later step, or a scan anywhere but in the same town. */
const isBeyond = (event: Happening, office: Happening): boolean =>
  event.exception === null && isWithCarrier(event.milestone) && (LATER_STEPS.has(event.milestone) || event.where.city === null || event.where.city !== office.where.city);

/** The stay after one more word of customs. A clearance that follows a clearance tells of the same stay; one that nothing came before was quick. */
const afterCustoms = (stay: CustomsStay | null, event: Happening): CustomsStay => {
  const open = stay !== null && stay.until === null ? stay : null;
  const country = event.where.country ?? event.place?.country ?? open?.country ?? null;
  if (!isCleared(event)) return { since: open?.since ?? event.at, until: null, country };
  return open === null && stay !== null && stay.country === country ? stay : { since: open?.since ?? event.at, until: event.at, country };
};

/** The newest stay in customs: from the first word of it to the clearance, or to the next movement beyond. */
export const customsStayOf = (events: readonly Happening[]): CustomsStay | null => {
  const so: { stay: CustomsStay | null; office: Happening | null } = { stay: null, office: null };
  for (const event of events) {
    if (!counts(event)) continue;
    if (isCustoms(event)) [so.stay, so.office] = [afterCustoms(so.stay, event), event];
    else if (so.stay !== null && so.stay.until === null && so.office !== null && isBeyond(event, so.office)) so.stay = { ...so.stay, until: event.at };
  }
  return so.stay;
};
