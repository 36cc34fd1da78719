import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { answerNotice } from "#app/domain/workflows/ftc/answer-notice.ts";
import { lookAtClock } from "#app/domain/workflows/ftc/look-at-clock.ts";
import { offerDelay, type DelayOffer } from "#app/domain/workflows/ftc/offer-delay.ts";
import { lastSent, type DelayAnswer, type ShipClock } from "#app/domain/workflows/ftc/ship-clock.ts";
import type { Clock, Jobs, Store, Transact } from "../../ports.ts";
import { keepLook, noticeIntent } from "./keep-look.ts";
import { answerLine } from "./answer-delay.ts";

/** What a merchant does about the clock of a case: asks the shopper, or notes what they said elsewhere. `key`: the same key twice is one line of the story. */
export type ShipByAsk = { readonly shop: ShopId; readonly caseId: CaseId; readonly wish: ({ readonly kind: "offer" } & DelayOffer) | { readonly kind: "answered"; readonly answer: DelayAnswer }; readonly userId: string | null; readonly key: string };
/** What became of it. */
export type ShipByAnswered = { readonly outcome: "changed"; readonly text: string } | { readonly outcome: "refused"; readonly because: string };

const refused = (because: string): ShipByAnswered => ({ outcome: "refused", because });

/** A merchant asks the shopper whether to wait, or notes what they answered by another way. */
export const askShopper =
  ({ transact, clock, jobs }: { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (asked: ShipByAsk): Promise<ShipByAnswered> => {
    const answered = await transact(async (store): Promise<ShipByAnswered> => {
      const one = await store.cases.find(asked.shop, asked.caseId);
      const known = one?.orderId ? await store.shipClocks.find(asked.shop, one.orderId) : null;
      if (one === null || known === null) return refused("This order has no ship-by clock.");
      const { cases } = await store.work.of(asked.shop);
      return change(store, one, known, asked, { by: authorOf(cases, asked.userId), now: clock() });
    });
    if (answered.outcome === "changed") await jobs.wake("dispatch_outbox");
    return answered;
  };

const change = async (store: Store, one: Case, known: ShipClock, { shop, wish, key }: ShipByAsk, { by, now }: { readonly by: string; readonly now: Instant }): Promise<ShipByAnswered> => {
  const policy = await store.policies.of(shop);
  const { zone } = policy.rules;
  const tell = async (text: string): Promise<ShipByAnswered> => {
    await store.cases.tell(shop, [{ caseId: one.id, key: `ship_by:${key}`, at: now, by, kind: "ship_by", text }]);
    const current = await store.cases.find(shop, one.id);
    if (current !== null && current.status !== "resolved") await store.cases.save([{ ...current, movedAt: now }]);
    return { outcome: "changed", text };
  };
  if (wish.kind === "offer") {
    const offered = offerDelay(known, wish, zone, now);
    if (offered.outcome === "refused") return offered;
    await store.shipClocks.save([offered.clock]);
    if (!wish.told) await store.outbox.add(shop, noticeIntent(one, offered.notice), now);
    const until = wish.revisedOn === null ? "without a new date" : `until ${wish.revisedOn}`;
    return tell(wish.told ? `The shopper was asked by another way whether to wait ${until} or to cancel.` : `A message asks the shopper whether to wait ${until} or to cancel.`);
  }
  const result = answerNotice(known, { number: lastSent(known)?.number ?? 0, answer: wish.answer }, zone, now);
  if (result.outcome !== "answered") return refused(result.outcome === "none" ? "The shopper was not asked yet." : result.outcome === "left" ? "Nothing of it waits any more." : "It is cancelled already.");
  const [journey] = await store.journeys.load(shop, [known.orderId]);
  const work = await store.work.of(shop);
  if (journey === undefined) return refused("The order is not known any more.");
  await tell(answerLine(result));
  await keepLook(store, journey, lookAtClock(result.clock, { settings: work.shipBy, mayWrite: policy.emailShoppers, zone, now }), { work, now });
  return { outcome: "changed", text: answerLine(result) };
};
