import type { CaseId, MemberId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import { DEFAULT_CASES, type CaseSettings, type Member } from "#app/domain/workflows/cases/case-settings.ts";
import { at, ORDER, SHOP, shipment } from "./journey.ts";

export const caseOne = (more: Partial<Case> = {}): Case => ({
  shop: SHOP, id: "parcel.lost.1" as CaseId, shipmentId: shipment().id, orderId: ORDER, incidentId: null, category: "lost", severity: 2, status: "open", because: "The carrier says that it lost the parcel.",
  ownerId: null, team: null, openedAt: at(0), dueAt: at(8), movedAt: at(0), escalations: 0, reopened: 0, mergedInto: null, resolvedAt: null, resolution: null, resolvedBy: null, ...more,
});

export const caseOf = (number: number, more: Partial<Case> = {}): Case => caseOne({ id: `parcel${number}.lost.1` as CaseId, shipmentId: `${number}.1` as ShipmentId, ...more });

export const member = (name: string, more: Partial<Member> = {}): Member => ({ id: name.toLowerCase() as MemberId, name, email: null, slackId: null, team: "Support", away: false, userId: null, ...more });

export const caseSettings = (more: Partial<CaseSettings> = {}): CaseSettings => ({ ...DEFAULT_CASES, members: [member("Ada"), member("Ben"), member("Cid", { team: "Warehouse" })], ...more });
