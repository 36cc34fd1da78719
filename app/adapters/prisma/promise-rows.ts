import type { DateStyle } from "#app/domain/estimates/promise-settings.ts";
import type { ShownDate, Stage, Surface } from "#app/domain/estimates/shown-date.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShipmentId } from "#app/domain/shared/ids.ts";
import { instantOf } from "./sql.ts";

/** A row of the ledger as it is asked for with `PROMISE_COLUMNS`. */
export type PromiseRow = {
  id: string; subject: string; surface: Surface; stage: Stage; shown_at: Date; order_id: OrderId | null; shipment_id: ShipmentId | null; earliest: CalendarDate | null; latest: CalendarDate | null;
  style: DateStyle; rate: number | null; ships_by: CalendarDate | null; lane: string; service: string | null; carrier: string | null; location: string | null; model: string; evidence: string[]; because: string;
};

/** The columns of table `promise` named `p`, dates as text: the driver would make instants of them. */
export const PROMISE_COLUMNS = `p.id, p.subject, p.surface, p.stage, p.shown_at, p.order_id, p.shipment_id, p.earliest::text AS earliest, p.latest::text AS latest, p.style, p.rate, p.ships_by::text AS ships_by,
  p.lane, p.service, p.carrier, p.location, p.model, p.evidence, p.because`;

/** The line of the ledger a row stands for. */
export const shownOf = (row: PromiseRow): ShownDate => ({
  subject: row.subject, surface: row.surface, stage: row.stage, shownAt: instantOf(row.shown_at), orderId: row.order_id, shipmentId: row.shipment_id, earliest: row.earliest, latest: row.latest,
  style: row.style, rate: row.rate, shipsBy: row.ships_by, lane: row.lane, service: row.service, carrier: row.carrier, location: row.location, model: row.model, evidence: row.evidence, because: row.because,
});
