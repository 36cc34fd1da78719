import type { StoryView } from "#app/contracts/tracking-view.ts";
import type { Texts } from "#app/domain/notifications/texts.ts";
import type { Finding, FindingKind } from "#app/domain/shipments/finding.ts";
import { hasEnded } from "#app/domain/shipments/milestone.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { presentStretch, stretchesOf } from "#app/domain/shipments/tracking-link.ts";
import { days, since, type Instant } from "#app/domain/shared/time.ts";

const newest = ({ timeline }: Shipment, kind: FindingKind): Finding | undefined => timeline.findings.findLast((one) => one.kind === kind);

/** A detail of a finding as text; empty where it says nothing. */
const detail = (finding: Finding | undefined, name: string): string => String(finding?.details[name] ?? "");

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
  if (next?.carrier != null) return hasEnded(shipment.timeline.milestone) ? [] : [{ question: null, text: texts.story.announced(next.carrier, next.number) }];
  const told = newest(shipment, "handed_over");
  return detail(told, "toName") === "" ? [] : [{ question: null, text: texts.story.handedOver(detail(told, "toName"), detail(told, "number") || null) }];
};

const customs = ({ timeline }: Shipment, now: Instant, texts: Texts): StoryView[] => {
  if (timeline.customs === null) return [];
  const { since: from, until, country } = timeline.customs;
  const stay = Math.floor(since(from, until ?? now) / days(1));
  return [{ question: null, text: until === null ? texts.story.inCustoms(stay, country) : texts.story.throughCustoms(stay) }];
};

const CAUSES = ["hub", "misrouted", "sorted"] as const;

/** Asked only while the parcel is there: where it once was explains nothing. What the carrier calls misrouted is said as trouble. */
const detour = (shipment: Shipment, texts: Texts): StoryView[] => {
  const { events, exception } = shipment.timeline;
  const finding = newest(shipment, "detour");
  const then = events.find(({ told }) => told.some(({ key }) => finding?.evidence.includes(key)))?.place ?? null;
  const last = events.findLast(({ standing, place }) => standing === "believed" && place !== null)?.place ?? null;
  const cause = CAUSES.find((one) => one === detail(finding, "cause"));
  const place = detail(finding, "region");
  if (cause === undefined || place === "" || exception?.category === "misrouted" || last?.region !== then?.region || last?.country !== then?.country) return [];
  return [{ question: texts.story.whyThere(place), text: texts.story.detour(cause, detail(finding, "hub")) }];
};

const elsewhere = (shipment: Shipment, texts: Texts): StoryView[] => {
  const finding = shipment.timeline.deliveredAt === null ? undefined : newest(shipment, "delivered_elsewhere");
  const place = finding?.weight === "note" ? "" : detail(finding, "place");
  return place === "" ? [] : [{ question: null, text: texts.story.elsewhere(place) }];
};
