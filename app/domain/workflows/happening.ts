import type { OrderId, ShipmentId } from "../shared/ids.ts";
import type { Instant } from "../shared/time.ts";
import type { Case } from "./case.ts";
import { tellingKey } from "./cases/opened.ts";
import type { PlannedIntent, Telling } from "./intent.ts";
import { CHAT_NEWS, type News } from "./news.ts";

/** Something the outside may want to know. `key` makes it one however often it is planned; `became`: when it became so. */
export type Happening = {
  readonly news: News; readonly key: string; readonly became: Instant; readonly orderId: OrderId | null; readonly shipmentId: ShipmentId | null; readonly case: Case | null;
  readonly details: NonNullable<Telling["details"]>;
};

const FOR_CHAT: ReadonlySet<News> = new Set<News>(CHAT_NEWS);

/** One intent for every outlet that may listen; a receiver without listeners drops it. */
export const tellings = ({ news, key, orderId, shipmentId, case: about, details }: Happening): readonly PlannedIntent[] => {
  const telling: Telling = { news, orderId, shipmentId, caseId: about?.id ?? null, ...(about?.incidentId != null ? { incidentId: about.incidentId } : {}), ...(Object.keys(details).length > 0 ? { details } : {}) };
  return [
    { key: `${key}:flow`, intent: { kind: "trigger_flow", ...telling } },
    { key: `${key}:webhook`, intent: { kind: "post_webhook", ...telling } },
    ...(FOR_CHAT.has(news) ? [{ key: `${key}:chat`, intent: { kind: "post_slack", ...telling } } as const] : []),
    ...(news === "case.opened" && about !== null ? [{ key: `${key}:ticket`, intent: { kind: "open_ticket", orderId, shipmentId, caseId: about.id } } as const] : []),
  ];
};

/** News of a case, under a key that tells its several lives apart. */
export const ofCase = (one: Case, news: "case.opened" | "case.resolved", became: Instant): Happening =>
  ({ news, key: `${tellingKey(one)}:${news}`, became, orderId: one.orderId, shipmentId: one.shipmentId, case: one, details: {} });
