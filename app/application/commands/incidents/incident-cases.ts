import type { Struck } from "#app/domain/decisions/find-incidents.ts";
import type { Incident } from "#app/domain/decisions/incident.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { caseProfile } from "#app/domain/workflows/case-profile.ts";
import { caseId, isUnresolved, resolve, type Case } from "#app/domain/workflows/case.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import type { CaseSettings } from "#app/domain/workflows/cases/case-settings.ts";
import { dueAfter, openAgain, resolvedEvent } from "#app/domain/workflows/cases/change-case.ts";
import { merge } from "#app/domain/workflows/cases/merge.ts";
import { openedEvent } from "#app/domain/workflows/cases/opened.ts";
import { ofCase, tellings } from "#app/domain/workflows/happening.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";

/** What an incident does to cases, their stories, and those who listen. */
export type IncidentWork = { readonly cases: readonly Case[]; readonly events: readonly CaseEvent[]; readonly intents: readonly PlannedIntent[] };
const NOTHING: IncidentWork = { cases: [], events: [], intents: [] };

const ofIncident = ({ id, label }: Incident, news: "incident.opened" | "incident.resolved", about: Case, now: Instant): readonly PlannedIntent[] =>
  tellings({ news, key: `${id}:${news}`, became: now, orderId: null, shipmentId: null, case: about, details: { label } });

/** Who waits for a parcel of it should hear of it, and not from a machine that writes the same to hundreds. */
const aboutShoppers = (one: Case, now: Instant): CaseEvent => ({
  caseId: one.id, key: "shoppers", at: now, by: "hither", kind: "note", text: "Shoppers whose parcels join it are not written to one by one. Who was written to before stands on the page of the incident.",
});

/** The one case of an incident. What it shares with all its parcels is said there; nobody is written to by it. */
export const caseOfIncident = (incident: Incident, settings: Pick<CaseSettings, "dueHours">, now: Instant): IncidentWork & { readonly id: Case["id"] } => {
  const { severity } = caseProfile("incident");
  const one: Case = {
    shop: incident.shop, id: caseId(incident.id, "incident", incident.beganAt), shipmentId: null, orderId: null, incidentId: incident.id, category: "incident", severity, status: "open",
    because: `${incident.label}: ${incident.because}`, ownerId: null, team: null, openedAt: now, dueAt: dueAfter(severity, now, settings), movedAt: now, escalations: 0, reopened: 0, mergedInto: null, resolvedAt: null, resolution: null, resolvedBy: null,
  };
  return { id: one.id, cases: [one], events: [openedEvent(one), aboutShoppers(one, now)], intents: [...tellings(ofCase(one, "case.opened", now)), ...ofIncident(incident, "incident.opened", one, now)] };
};

/** The parcels' own cases become part of the incident's. The case of the incident keeps its due time: it is younger than theirs. */
export const mergedCases = (incident: Incident, whole: Case | null, cases: readonly Case[], now: Instant): IncidentWork => {
  if (whole === null || !isUnresolved(whole)) return NOTHING;
  const parts = cases.filter((one) => isUnresolved(one) && one.incidentId !== incident.id).flatMap((part) => {
    const merged = merge(part, whole, { by: "hither", at: now, key: `${incident.id}:${part.reopened}` });
    return merged.outcome === "merged" ? [merged] : [];
  });
  if (parts.length === 0) return NOTHING;
  return {
    intents: [], cases: parts.map(({ cases: [part] }) => ({ ...part, incidentId: incident.id, resolution: `Part of the incident ${incident.label}.` })),
    events: [
      ...parts.flatMap(({ events }) => events.filter((one) => one.caseId !== whole.id)),
      { caseId: whole.id, key: `joined:${Math.floor(now / 1_000).toString(36)}`, at: now, by: "hither", kind: "merged", text: `${parts.length === 1 ? "The case of one parcel" : `The cases of ${parts.length} parcels`} became part of this one.` },
    ],
  };
};

/** Says in the story when an incident became wider or another one than it looked at first. */
export const changedCase = (incident: Incident, before: Incident, whole: Case | null, parcels: number, now: Instant): IncidentWork => {
  if (whole === null || !isUnresolved(whole)) return NOTHING;
  const [wider, grown] = [incident.label !== before.label, incident.parcels >= before.parcels * 1.5];
  if (!wider && !grown) return NOTHING;
  return {
    ...NOTHING, cases: [{ ...whole, because: `${incident.label}: ${incident.because}` }],
    events: [{ caseId: whole.id, key: `grown:${incident.label}:${incident.parcels}`, at: now, by: "hither", kind: "note", text: wider ? `It is wider than it looked: ${incident.label}, ${parcels} parcels now.` : `It has grown to ${parcels} parcels.` }],
  };
};

/** The incident's case ends. Parcels still in trouble have a case of their own from now on: the earlier one again, or a new one. */
export const casesAfterwards = (incident: Incident, whole: Case | null, parcels: readonly Struck[], cases: readonly Case[], settings: Pick<CaseSettings, "dueHours">, now: Instant): IncidentWork => {
  const left = incident.kind === "late" ? [] : parcels.flatMap((one) => {
    const own = cases.filter((each) => each.shipmentId === one.shipmentId);
    return own.some(isUnresolved) ? [] : [ownCase(one, own.at(-1) ?? null, incident, settings, now)];
  });
  const open = whole !== null && isUnresolved(whole);
  const resolution = `The incident is over.${left.length === 0 ? "" : ` ${left.length === 1 ? "One parcel that is" : `${left.length} parcels that are`} still in trouble ${left.length === 1 ? "has a case of its" : "have cases of their"} own again.`}`;
  const ended = open ? resolve(whole, { by: "hither", resolution, at: now }).case : null;
  return {
    cases: [...(ended ? [ended] : []), ...left.map(({ one }) => one)],
    events: [...(ended ? [resolvedEvent(ended, "hither")] : []), ...left.map(({ event }) => event)],
    intents: [...(ended ? [...tellings(ofCase(ended, "case.resolved", now)), ...ofIncident(incident, "incident.resolved", ended, now)] : []), ...left.flatMap(({ one }) => tellings(ofCase(one, "case.opened", now)))],
  };
};

const ownCase = ({ shipmentId, orderId, since }: Struck, before: Case | null, { label, shop }: Incident, settings: Pick<CaseSettings, "dueHours">, now: Instant): { readonly one: Case; readonly event: CaseEvent } => {
  const because = `Still silent after the incident ${label} was over.`;
  if (before !== null) {
    const one = { ...openAgain(before, now, settings), because, incidentId: null };
    return { one, event: { caseId: one.id, key: `reopened:${one.reopened}`, at: now, by: "hither", kind: "reopened", text: because } };
  }
  const one: Case = {
    shop, id: caseId(shipmentId, "no_movement", since), shipmentId, orderId, incidentId: null, category: "no_movement", severity: 1, status: "open", because, ownerId: null, team: null, openedAt: now, dueAt: dueAfter(1, now, settings), movedAt: now,
    escalations: 0, reopened: 0, mergedInto: null, resolvedAt: null, resolution: null, resolvedBy: null,
  };
  return { one, event: openedEvent(one) };
};
