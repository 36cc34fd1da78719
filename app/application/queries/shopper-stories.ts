import type { StoryView } from "#app/contracts/tracking-view.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import type { Finding, FindingKind } from "#app/domain/shipments/finding.ts";
import { hasEnded } from "#app/domain/shipments/milestone.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { presentStretch, stretchesOf } from "#app/domain/shipments/tracking-link.ts";
import { days, since, type Instant } from "#app/domain/shared/time.ts";
import { shopperPlace } from "./shopper-history.ts";

/** Where what a finding is about happened, in a shopper's words. */
const placeOf = ({ timeline }: Shipment, finding: Finding): string | null =>
  timeline.events.flatMap(({ told, place }) => (told.some(({ key }) => finding.evidence.includes(key)) && place !== null ? [shopperPlace(place)] : [])).at(-1) ?? null;

const newest = ({ timeline }: Shipment, kind: FindingKind): Finding | undefined => timeline.findings.findLast((one) => one.kind === kind);

/** What a shopper would wonder about in this parcel's history, answered before they ask. */
export const shopperStories = (shipment: Shipment, now: Instant, texts: Texts): StoryView[] => [
  ...handOver(shipment, texts),
  ...(hasEnded(shipment.timeline.milestone) ? [] : [...customs(shipment, now, texts), ...detour(shipment, texts)]),
  ...elsewhere(shipment, texts),
];

const handOver = (shipment: Shipment, texts: Texts): StoryView[] => {
  const all = stretchesOf(shipment);
  const present = presentStretch(shipment);
  const at = all.findIndex((one) => one.number === present.number && one.carrier === present.carrier);
  if (at > 0 && present.carrier !== null) return [{ question: null, text: texts.story.handedOver(present.carrier, present.number) }];
  const next = all[at + 1];
  return next?.carrier != null && !hasEnded(shipment.timeline.milestone) ? [{ question: null, text: texts.story.announced(next.carrier, next.number) }] : [];
};

const customs = ({ timeline }: Shipment, now: Instant, texts: Texts): StoryView[] => {
  if (timeline.customs === null) return [];
  const { since: from, until, country } = timeline.customs;
  const stay = Math.floor(since(from, until ?? now) / days(1));
  return [{ question: null, text: until === null ? texts.story.inCustoms(stay, country) : texts.story.throughCustoms(stay) }];
};

const detour = (shipment: Shipment, texts: Texts): StoryView[] => {
  const finding = newest(shipment, "detour");
  const place = finding ? placeOf(shipment, finding) : null;
  return place === null || shipment.timeline.exception?.category === "misrouted" ? [] : [{ question: texts.story.whyThere(place), text: texts.story.detour(place) }];
};

const elsewhere = (shipment: Shipment, texts: Texts): StoryView[] => {
  const finding = shipment.timeline.deliveredAt === null ? undefined : newest(shipment, "delivered_elsewhere");
  const place = finding ? placeOf(shipment, finding) : null;
  return place === null ? [] : [{ question: null, text: texts.story.elsewhere(place) }];
};
