import type { News } from "../news.ts";

/** What can set off a rule, as its sentence begins and as the form lists it. `aboutCase`: whether there is a case to act on. */
export type TriggerWords = { readonly when: string; readonly label: string; readonly aboutCase: boolean };

/** News a rule can listen to. An incident and the end of an act set off no rule: a rule could answer its own acts. */
export const TRIGGERS = {
  "shipment.exception": { when: "a parcel is in trouble", label: "A parcel is in trouble", aboutCase: true },
  "shipment.silent": { when: "a parcel falls silent", label: "A parcel falls silent", aboutCase: true },
  "shipment.at_risk": { when: "a parcel will probably be late", label: "A parcel will probably be late", aboutCase: false },
  "shipment.date_changed": { when: "the delivery date changes", label: "The delivery date changes", aboutCase: false },
  "shipment.delivered": { when: "a parcel is delivered", label: "A parcel is delivered", aboutCase: false },
  "shipment.returning": { when: "a parcel returns to you", label: "A parcel returns to you", aboutCase: true },
  "case.opened": { when: "a case opens", label: "A case opens", aboutCase: true },
  "case.overdue": { when: "a case is overdue", label: "A case is overdue", aboutCase: true },
} as const satisfies Partial<Record<News, TriggerWords>>;
/** News a rule can listen to. */
export type Trigger = keyof typeof TRIGGERS;

/** Whether a rule can listen to this. */
export const isTrigger = (news: string): news is Trigger => Object.hasOwn(TRIGGERS, news);
