/**
 * What the outside can be told, once, in one vocabulary: Flow triggers, webhooks, chat and merchants' rules all listen to these. Each has a
 * parcel, an order or a case it is about.
 */
export const NEWS = [
  "shipment.exception", "shipment.silent", "shipment.at_risk", "shipment.date_changed", "shipment.delivered", "shipment.returning",
  "case.opened", "case.overdue", "case.resolved", "incident.opened", "incident.resolved", "act.done", "act.failed",
] as const;
/** One kind of news. */
export type News = (typeof NEWS)[number];

/** News a chat is for: what somebody may have to act upon. The others only Flow, endpoints and rules listen to. */
export const CHAT_NEWS = ["shipment.at_risk", "case.opened", "case.overdue", "case.resolved", "incident.opened", "incident.resolved", "act.done", "act.failed"] as const satisfies readonly News[];

/** Whether a text names a kind of news. */
export const isNews = (text: string): text is News => NEWS.some((one) => one === text);
