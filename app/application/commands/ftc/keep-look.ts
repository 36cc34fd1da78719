import { unsentOf } from "#app/domain/journeys/order-to-ship.ts";
import { unshippedId, type Journey } from "#app/domain/journeys/journey.ts";
import { minutes, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import { actId } from "#app/domain/workflows/acts/act-id.ts";
import { carryOutIntent } from "#app/domain/workflows/acts/act-intents.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import type { ClockLooked } from "#app/domain/workflows/ftc/look-at-clock.ts";
import { owedRequest } from "#app/domain/workflows/ftc/owed-request.ts";
import type { DelayNotice } from "#app/domain/workflows/ftc/ship-clock.ts";
import type { PlannedIntent } from "#app/domain/workflows/intent.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import type { Store } from "../../ports.ts";
import { tellCase } from "../acts/tell-case.ts";
import { pressCase } from "./press-case.ts";

/** The errand that sends a notice: one per order and notice, however often it is planned. */
export const noticeIntent = ({ id: caseId, orderId }: Pick<Case, "id" | "orderId">, { number }: DelayNotice): readonly PlannedIntent[] =>
  orderId === null ? [] : [{ key: `ship_by:${orderId}:notice:${number}`, intent: { kind: "offer_delay", orderId, shipmentId: unshippedId(orderId), caseId, notice: number } }];

/** Keeps what a look at a clock found, and does what follows from it, in one transaction with the look. Its order must be locked. */
export const keepLook = async (store: Store, journey: Journey, { clock, line, notice, refund }: ClockLooked, { work, now }: { readonly work: WorkSettings; readonly now: Instant }): Promise<void> => {
  const { shop } = journey;
  await store.shipClocks.save([clock]);
  if (line === null) return;
  const one = await pressCase(store, journey, clock, { work, now });
  await store.cases.tell(shop, [{ caseId: one.id, key: line.key, at: now, by: "hither", kind: "ship_by", text: line.text }]);
  if (notice !== null) await store.outbox.add(shop, noticeIntent(one, notice), now);
  if (refund && work.shipBy.refundByItself) await askForRefund(store, journey, one, { work, now });
};

/** As a rule of the merchant asks: it waits for its undo window, and every limit of acts without a person is looked at before it is carried out. */
const askForRefund = async (store: Store, journey: Journey, { id: caseId }: Case, { work, now }: { readonly work: WorkSettings; readonly now: Instant }): Promise<void> => {
  const { shop, orderId, order } = journey;
  const act: Act = {
    shop, id: actId(`rule:ship-by.${caseId}`), orderId, shipmentId: null, caseId, request: owedRequest(unsentOf(journey)), by: "rule:ship-by", state: "waiting", askedAt: now,
    dueAt: plus(now, minutes(work.acts.undoMinutes)), endedAt: null, costMinor: null, currency: null, result: null, made: null,
  };
  await store.acts.add([act]);
  await store.outbox.add(shop, [carryOutIntent(act)], now);
  await tellCase(store, act, "asked", `${actWords(act.request, order?.currency ?? "USD")} was asked for, because the settings of the ship-by clock say so.`, now);
};
