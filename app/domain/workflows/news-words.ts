import type { News } from "./news.ts";

/** Every kind of news, as a choice of what somebody is told. */
export const NEWS_WORDS: Readonly<Record<News, string>> = {
  "shipment.exception": "Something went wrong with a parcel", "shipment.silent": "Nobody has heard of a parcel for too long", "shipment.at_risk": "A promised date is at risk", "shipment.date_changed": "A delivery date changed",
  "shipment.delivered": "A parcel arrived", "shipment.returning": "A parcel is on its way back", "case.opened": "A case opened", "case.overdue": "A case is overdue", "case.resolved": "A case was resolved",
  "incident.opened": "An incident began", "incident.resolved": "An incident ended", "act.done": "An act was done at Shopify", "act.failed": "An act was refused",
};
