import type { Step } from "#app/domain/journeys/advance.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import type { ShipmentId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Shipment } from "#app/domain/shipments/shipment.ts";
import { addActs } from "./act-rows.ts";
import { appendCaseEvents } from "./case-events.ts";
import { writeCases } from "./case-rows.ts";
import { writeEarlyScans } from "./early-scans.ts";
import { dropOtherLines, writeLines, writeOrders, writeUnshipped, type Privacy } from "./order-rows.ts";
import { appendDecisions, appendEstimates } from "./record-rows.ts";
import { writeHeard } from "./feed-states.ts";
import { reopenWaiting, waitsForName, waitsForNumber } from "./inbox-waiting.ts";
import { writeLegs } from "./leg-rows.ts";
import { writeOrderSteps } from "./order-step-rows.ts";
import { addIntents } from "./outbox.ts";
import { addScans, changeScans } from "./scan-rows.ts";
import { addShadowRuns } from "./shadow-rows.ts";
import { shipmentRow, writeShipments } from "./shipment-rows.ts";
import { jsonRows, type Db } from "./sql.ts";
import { writeTimers } from "./timers.ts";
import { countUnknown } from "./unknown-statuses.ts";

/**
 * Writes steps whole, in a number of statements that does not grow with their number. Journeys are locked from load to
 * save, so what a step had before it is what the database holds, and only differences are written.
 */
export const saveSteps = async (db: Db, privacy: Privacy, steps: readonly Step[], now: Instant): Promise<void> => {
  const whole = oneStepPerOrder(steps);
  if (whole.length === 0) return;
  const changes = whole.flatMap(shipmentsOf);

  const orders = whole.flatMap(({ before, after }) => (after.order && JSON.stringify(after.order) !== JSON.stringify(before.order) ? [after.order] : []));
  await writeOrders(db, orders, privacy);
  await dropOtherLines(db, orders);
  await writeLines(db, orders.flatMap((order) => order.lines.map((line) => ({ shop: order.shop, orderId: order.id, line }))));
  await writeUnshipped(db, whole.flatMap(({ before, after }) => (JSON.stringify(unshippedIn(after)) === JSON.stringify(unshippedIn(before)) ? [] : [{ shop: after.shop, id: after.orderId, ...unshippedIn(after) }])));

  await writeShipments(db, changes.flatMap(({ row, wasRow }) => (JSON.stringify(row) === JSON.stringify(wasRow) ? [] : [row])));
  const legs = await writeLegs(db, whole);
  const scans = changes.flatMap(scanChanges);
  const unknown = await addScans(db, scans.filter(({ known }) => known === null));
  await changeScans(db, scans.filter(({ known }) => known !== null));
  await writeHeard(db, whole);
  await writeOrderSteps(db, whole);
  await writeEarlyScans(db, whole);
  await appendEstimates(db, whole, now);
  await appendDecisions(db, whole);
  await writeCases(db, whole.flatMap((step) => [...step.opened, ...step.resolved]));
  await appendCaseEvents(db, whole.flatMap(({ after, events }) => events.map((event) => ({ shop: after.shop, event }))));
  await addActs(db, privacy, whole.flatMap(({ acts }) => acts));
  await addShadowRuns(db, whole.flatMap(({ after, shadow }) => shadow.map((run) => ({ shop: after.shop, run }))));
  await writeTimers(db, whole);
  await addIntents(db, whole.flatMap(({ after, intents }) => intents.map((planned) => ({ shop: after.shop, ...planned }))), now);
  await settle(db, whole);
  await countUnknown(db, unknown);
  await reopenWaiting(db, [
    ...changes.flatMap(({ was, is }) => (is.tracking.number !== null && is.tracking.number !== was?.tracking.number ? [waitsForNumber(is.shop, is.tracking.number)] : [])),
    ...legs.map(({ shop, number }) => waitsForNumber(shop, number)),
    ...whole.flatMap(({ before, after }) => (after.order && after.order.name !== before.order?.name ? [waitsForName(after.shop, after.order.name)] : [])),
  ]);
};

/** Statements that are new to a parcel, and those whose standing or first arrival changed. */
const scanChanges = ({ was, is }: { readonly was: Shipment | null; readonly is: Shipment }) => {
  const held = new Map(was?.timeline.scans.map((scan) => [scan.key, scan]));
  return is.timeline.scans.flatMap((scan) => {
    const known = held.get(scan.key) ?? null;
    return known !== null && known.withdrawn === scan.withdrawn && known.reason === scan.reason && known.receivedAt <= scan.receivedAt ? [] : [{ shop: is.shop, shipmentId: is.id, scan, known }];
  });
};

/** Two steps of one order become one from the first beginning to the last end: a statement may touch a row only once. */
const oneStepPerOrder = (steps: readonly Step[]): readonly Step[] => {
  const byOrder = new Map<string, Step>();
  for (const step of steps) {
    const key = `${step.after.shop}/${step.after.orderId}`;
    const first = byOrder.get(key);
    byOrder.set(key, first ? joined(first, step) : step);
  }
  return [...byOrder.values()];
};

const joined = (first: Step, then: Step): Step => ({
  before: first.before, after: then.after,
  estimates: [...first.estimates, ...then.estimates], decisions: [...first.decisions, ...then.decisions],
  opened: [...first.opened, ...then.opened], events: [...first.events, ...then.events], acts: [...first.acts, ...then.acts], shadow: [...first.shadow, ...then.shadow], explained: [...first.explained, ...then.explained], resolved: [...first.resolved, ...then.resolved], intents: [...first.intents, ...then.intents],
  timers: [...new Map([...first.timers, ...then.timers].map((timer): [ShipmentId, (typeof first.timers)[number]] => [timer.shipmentId, timer])).values()],
});

const shipmentsOf = ({ before, after }: Step) =>
  after.shipments.map((is) => {
    const was = before.shipments.find((one) => one.id === is.id) ?? null;
    return { was, is, wasRow: was && rowIn(before, was), row: rowIn(after, is) };
  });

const unshippedIn = ({ orderId, estimates, concluded }: Journey) => ({ estimate: estimates[unshippedId(orderId)] ?? null, concluded: concluded[unshippedId(orderId)] ?? null });

const rowIn = (journey: Journey, shipment: Shipment) => shipmentRow(shipment, journey.estimates[shipment.id] ?? null, journey.concluded[shipment.id] ?? null);

/** A parcel that was imported and not looked at since has been looked at now; its columns may lag behind its scans until then. */
const settle = async (db: Db, steps: readonly Step[]): Promise<void> => {
  const rows = steps.flatMap(({ after }) => after.shipments.map((one) => rowIn(after, one)));
  if (rows.length === 0) return;
  await db.query(
    `UPDATE shipment s SET settled = true, milestone = x.milestone, exception = x.exception, exception_since = x.exception_since, last_scan_at = x.last_scan_at,
       accepted_at = x.accepted_at, delivered_at = x.delivered_at, delivered_with_photo = x.delivered_with_photo
     FROM jsonb_to_recordset($1::jsonb) AS x(shop text, id text, milestone text, exception text, exception_since timestamptz, last_scan_at timestamptz, accepted_at timestamptz, delivered_at timestamptz,
       delivered_with_photo boolean)
     WHERE s.shop = x.shop AND s.id = x.id AND NOT s.settled`,
    [jsonRows(rows)],
  );
};
