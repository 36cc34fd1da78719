import type { DecisionRow, EvidenceRow } from "#app/contracts/admin-views.ts";
import { calmName } from "#app/domain/carriers/geography/calm-name.ts";
import type { Verdict } from "#app/domain/decisions/decision.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import type { OrderId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { News } from "#app/domain/workflows/news.ts";
import type { CaseEvent, PrismaClient } from "../../generated/prisma/client.ts";
import { effectRow } from "./effect-row.ts";

/** The newest so many lines; a parcel with more is in deeper trouble than a page can show. */
const MOST_LINES = 200;
/** More statements under one decision would hide what it says. */
const MOST_EVIDENCE = 6;

/** Which news each verdict leads to. What ends or opens a case is told as news of the case. */
const LEADS_TO: Readonly<Record<Verdict["kind"], readonly News[]>> = {
  noise: [], reassure: [], safe_again: [], exception: ["shipment.exception", "case.opened"], silence: ["shipment.silent", "case.opened"], recovered: ["case.resolved"], date_moved: ["shipment.date_changed"], at_risk: ["shipment.at_risk"],
  progress: ["shipment.delivered", "shipment.returning", "case.resolved"],
};
/** Which lines of a case's story stand for what a verdict did. */
const MOVES: Readonly<Partial<Record<Verdict["kind"], readonly string[]>>> = { exception: ["opened", "reopened", "note"], silence: ["opened", "reopened", "note"], recovered: ["resolved"], progress: ["resolved"] };
const DID: Readonly<Record<string, string>> = { opened: "A case was opened", reopened: "The case was opened again", note: "Noted in the open case", resolved: "The case was closed" };

/** What was decided about a parcel and about what of its order had not left: with the statements it rests on, and what came of it. Newest first. */
export const readDecisions = async (prisma: PrismaClient, shop: ShopId, id: ShipmentId, orderId: OrderId): Promise<readonly DecisionRow[]> => {
  const restId = unshippedId(orderId);
  const [decisions, effects, cases] = await Promise.all([
    prisma.decision.findMany({ where: { shop, shipmentId: { in: [id, restId] } }, orderBy: { id: "desc" }, take: MOST_LINES }),
    prisma.outboxItem.findMany({ where: { shop, orderId, OR: [{ shipmentId: id }, { shipmentId: null }, { shipmentId: restId }] }, orderBy: { id: "asc" }, take: 5 * MOST_LINES }),
    prisma.case.findMany({ where: { shop, orderId, shipmentId: { in: [id, restId] } }, select: { id: true, shipmentId: true } }),
  ]);
  const about = new Map(cases.map((one) => [one.id, one.shipmentId]));
  const events = cases.length === 0 ? [] : await prisma.caseEvent.findMany({ where: { shop, caseId: { in: cases.map((one) => one.id) }, by: { in: ["hither", "carrier"] } }, orderBy: { id: "asc" } });
  const keys = [...new Set(decisions.flatMap((one) => one.evidence.slice(0, MOST_EVIDENCE)))];
  const said = await readEvidence(prisma, shop, id, orderId, keys);
  return decisions.map((one): DecisionRow => {
    const kind = one.kind as Verdict["kind"];
    const isOfRest = one.shipmentId === restId;
    const sameStep = (at: Date): boolean => at.getTime() === one.at.getTime();
    return {
      at: one.at.toISOString(), kind, rule: one.rule, because: one.because, otherwise: one.otherwise, ofOrder: isOfRest,
      evidence: one.evidence.slice(0, MOST_EVIDENCE).flatMap((key) => said.get(key) ?? []), furtherEvidence: Math.max(0, one.evidence.length - MOST_EVIDENCE),
      // What is told of an order that has not left names no parcel.
      cameOf: [
        ...events.filter((event) => sameStep(event.at) && about.get(event.caseId) === one.shipmentId && (MOVES[kind] ?? []).includes(event.kind) && (event.kind !== "note" || event.text === one.because)).map(didRow),
        ...effects.filter((item) => sameStep(item.createdAt) && (item.shipmentId === id) !== isOfRest && leadsTo(kind, item.intent as Intent)).map((item) => { const { what, state } = effectRow(item); return { what, state, caseId: null }; }),
      ],
    };
  });
};

const didRow = ({ kind, caseId }: CaseEvent): DecisionRow["cameOf"][number] => ({ what: DID[kind] ?? kind, state: null, caseId });

const leadsTo = (kind: Verdict["kind"], intent: Intent): boolean => {
  if (intent.kind === "reassure_shopper") return kind === "reassure";
  if (intent.kind === "email_shopper") return kind === "exception" || kind === "silence";
  if (intent.kind === "open_ticket") return LEADS_TO[kind].includes("case.opened");
  return "news" in intent && LEADS_TO[kind].includes(intent.news);
};

const readEvidence = async (prisma: PrismaClient, shop: ShopId, shipmentId: ShipmentId, orderId: OrderId, keys: readonly string[]): Promise<ReadonlyMap<string, EvidenceRow>> => {
  if (keys.length === 0) return new Map();
  const steps = keys.filter((key) => key.startsWith("warehouse:")).map((key) => key.slice("warehouse:".length));
  const [scans, told] = await Promise.all([
    prisma.scan.findMany({ where: { shop, shipmentId, key: { in: [...keys] } } }),
    steps.length === 0 ? [] : prisma.orderStep.findMany({ where: { shop, orderId, key: { in: steps } } }),
  ]);
  return new Map([
    ...scans.map((one): [string, EvidenceRow] => [one.key, { at: one.occurredAt.toISOString(), source: one.source, text: one.text ?? one.code, place: [calmName(one.city), one.region, one.country].filter(Boolean).join(", ") || null }]),
    ...told.map((one): [string, EvidenceRow] => [`warehouse:${one.key}`, { at: one.occurredAt.toISOString(), source: "warehouse", text: one.note ?? one.step.replaceAll("_", " "), place: one.location }]),
  ]);
};
