import type { DelayTaken } from "#app/contracts/delay-page.ts";
import { unsentOf } from "#app/domain/journeys/order-to-ship.ts";
import { dateIn } from "#app/domain/shared/calendar.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { hours } from "#app/domain/shared/time.ts";
import { answerNotice, type NoticeAnswered } from "#app/domain/workflows/ftc/answer-notice.ts";
import { lookAtClock } from "#app/domain/workflows/ftc/look-at-clock.ts";
import type { DelayAnswer } from "#app/domain/workflows/ftc/ship-clock.ts";
import { standingOf } from "#app/domain/workflows/ftc/standing.ts";
import type { Clock, Jobs, LinkSigner, RateLimit, Store, Transact } from "../../ports.ts";
import { keepLook } from "./keep-look.ts";
import { caseOfRest } from "./press-case.ts";

/** What taking a shopper's answer needs of the outside. */
export type AnswerPorts = { readonly transact: Transact; readonly links: LinkSigner; readonly rateLimit: RateLimit; readonly clock: Clock; readonly jobs: Jobs };

/** What a shopper sends; `token` comes from their mail, `number` from the page they answered, `from` names the caller for the limit. `answer` null: they only opened the page. */
export type DelayAsked = { readonly token: string; readonly number: number; readonly answer: DelayAnswer | null; readonly from: string };

const MOST_AN_HOUR = 60;

/** An answer as the case's story tells it. */
export const answerLine = ({ answer, notice: { revisedOn } }: Extract<NoticeAnswered, { outcome: "answered" }>): string =>
  answer === "cancel" ? "The shopper cancels what has not left." : `The shopper agrees to wait ${revisedOn === null ? "without a date" : `until ${revisedOn}`}.`;

/** A shopper answers whether to wait for what has not left. The link of the mail proves that the order is theirs; what follows is kept with the answer. */
export const answerDelay =
  ({ transact, links, rateLimit, clock, jobs }: AnswerPorts) =>
  async (shop: ShopId, asked: DelayAsked): Promise<DelayTaken> => {
    const now = clock();
    const allowed = rateLimit(shop, `delay:${asked.from}`, MOST_AN_HOUR, hours(1), now);
    if (allowed.outcome === "slow_down") return allowed;
    const orderId = links.read(shop, asked.token, now);
    if (orderId === null) return { outcome: "not_found" };
    const taken = await transact((store) => take(store, shop, orderId, asked, now));
    if (taken.outcome === "waits" || taken.outcome === "cancelled") await jobs.wake("dispatch_outbox");
    return taken;
  };

const take = async (store: Store, shop: ShopId, orderId: OrderId, { number, answer }: DelayAsked, now: ReturnType<Clock>): Promise<DelayTaken> => {
  const known = await store.shipClocks.find(shop, orderId);
  const [journey] = known === null ? [] : await store.journeys.load(shop, [orderId]);
  if (known === null || journey === undefined || journey.order === null) return { outcome: "not_found" };
  const [policy, work] = [await store.policies.of(shop), await store.work.of(shop)];
  const { zone } = policy.rules;
  const { name: orderName } = journey.order;
  const result = answerNotice(known, { number, answer }, zone, now);
  switch (result.outcome) {
    case "none": return { outcome: "not_found" };
    case "left": return { outcome: "left", orderName };
    case "cancelled": return { outcome: "cancelled", orderName, refundBy: result.refundBy };
    case "asked": {
      const { revisedOn, number: last, answer: said } = result.notice;
      const standing = standingOf(known, zone, now);
      const titles = new Map(journey.order.lines.map((line) => [line.id, line.title]));
      const items = unsentOf(journey).pieces.map(({ lineId, quantity }) => ({ title: titles.get(lineId) ?? "–", quantity }));
      return { outcome: "asked", orderName, number: last, items, revisedOn, answerBy: standing.kind === "asked" ? standing.answerBy : null, said };
    }
    case "answered": {
      const looked = lookAtClock(result.clock, { settings: work.shipBy, mayWrite: policy.emailShoppers, zone, now });
      const story = caseOfRest(journey);
      if (story !== null) await store.cases.tell(shop, [{ caseId: story.id, key: `ship_by:answer:${result.notice.number}:${result.answer}:${result.notice.answeredAt}`, at: now, by: "shopper", kind: "ship_by", text: answerLine(result), body: { answer: result.answer } }]);
      await keepLook(store, journey, looked, { work, now });
      const standing = standingOf(looked.clock, zone, now);
      return result.answer === "wait" ? { outcome: "waits", orderName, revisedOn: result.notice.revisedOn } : { outcome: "cancelled", orderName, refundBy: standing.kind === "owed" ? standing.refundBy : dateIn(now, zone) };
    }
  }
};
