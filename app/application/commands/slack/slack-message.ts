import { assertNever } from "#app/domain/shared/brand.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import { ACT_LABELS } from "#app/domain/workflows/acts/act-words.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import type { Telling } from "#app/domain/workflows/intent.ts";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { SlackAct, SlackMessage } from "../../ports.ts";
import { factsOf, type CaseSubject } from "../../queries/case-facts.ts";
import { sentenceWords } from "../../queries/zone-words.ts";

const SEVERITIES = ["", "", "Critical: "] as const;

/** News as a message: what happened, the facts, and what can be done from where it is read. `url`: the address of a page of ours within the shop's admin. */
export const newsMessage = ({ news, details = {}, incidentId = null }: Pick<Telling, "news" | "details" | "incidentId">, subject: CaseSubject, url: (page: string) => string): SlackMessage => {
  const { about, shop } = subject;
  const label = typeof details["label"] === "string" ? details["label"] : "";
  const because = typeof details["because"] === "string" ? details["because"] : (about?.because ?? "");
  const message = (title: string, text = because): SlackMessage => ({ ...worked(subject, url), title, text: sentenceWords(text, shop.zone) });
  const ofIncident = incidentId === null ? {} : { link: { label: "Open in Hither", url: url(`/app/incidents/${encodeURIComponent(incidentId)}`) } };
  switch (news) {
    case "case.opened": return message(`${SEVERITIES[about?.severity ?? 0]}${nameOf(about)}`);
    case "case.overdue": return message(`Overdue: ${nameOf(about)}`);
    case "case.resolved": return message(`Resolved: ${nameOf(about)}`);
    case "shipment.at_risk": return message("A promised date is at risk", because !== "" ? because : chanceOf(details));
    case "incident.opened": return { ...message(`Many parcels in trouble${label === "" ? "" : `: ${label}`}`), ...ofIncident };
    case "incident.resolved": return { ...message(`It is over${label === "" ? "" : `: ${label}`}`), ...ofIncident };
    case "act.done": return message(`Done at Shopify: ${actOf(details)}`);
    case "act.failed": return message(`Shopify refused: ${actOf(details)}`);
    case "shipment.exception": return message("Something went wrong with a parcel");
    case "shipment.silent": return message("Nobody has heard of a parcel for too long");
    case "shipment.date_changed": return message("A delivery date changed");
    case "shipment.delivered": return message("A parcel arrived");
    case "shipment.returning": return message("A parcel is on its way back");
    default: return assertNever(news);
  }
};

/** A case as it stands, for the message under which somebody pressed a button. `footer`: what came of it. */
export const standingMessage = (subject: CaseSubject, url: (page: string) => string, footer: string): SlackMessage => {
  const { about, shop } = subject;
  const title = about?.status === "resolved" ? `Resolved: ${nameOf(about)}` : `${SEVERITIES[about?.severity ?? 0]}${nameOf(about)}`;
  return { ...worked(subject, url), title, text: sentenceWords(about?.because ?? "", shop.zone), mention: null, footer: sentenceWords(footer, shop.zone) };
};

const nameOf = (about: CaseRow | null): string => (about === null ? "A case" : caseProfile(about.category).label);

const chanceOf = ({ probability, promised }: NonNullable<Telling["details"]>): string =>
  typeof probability !== "number" ? "" : `The chance that it arrives after ${String(promised ?? "the promised date")} is ${Math.round(probability * 100)} %.`;

const isAct = (kind: unknown): kind is keyof typeof ACT_LABELS => typeof kind === "string" && Object.hasOwn(ACT_LABELS, kind);
const actOf = ({ act }: NonNullable<Telling["details"]>): string => (isAct(act) ? ACT_LABELS[act] : "an act");

/** Everything but the words: facts, who is meant, buttons for a case that is still open, and the way to its page. */
const worked = (subject: CaseSubject, url: (page: string) => string): Omit<SlackMessage, "title" | "text"> => {
  const { about, members, shipmentId } = subject;
  const page = about !== null ? `/app/cases/${encodeURIComponent(about.id)}` : shipmentId !== null && !shipmentId.startsWith("order.") ? `/app/shipments/${encodeURIComponent(shipmentId)}` : "/app/shipments";
  return {
    facts: factsOf(subject), mention: about === null || about.status === "resolved" ? null : (members.find((one) => one.id === about.ownerId)?.slackId ?? null),
    acts: about === null || about.status === "resolved" ? null : { caseId: about.id as CaseId, kinds: actsFor(about) }, link: { label: "Open in Hither", url: url(page) }, footer: null,
  };
};

const actsFor = ({ ownerId, status }: CaseRow): readonly SlackAct[] => [...(ownerId !== null && status === "in_progress" ? [] : ["take" as const]), "resolve", ...(status === "waiting" ? [] : ["snooze" as const])];
