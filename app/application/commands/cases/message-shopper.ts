import type { MessageSent, ShopperWords } from "#app/contracts/case-requests.ts";
import { isUnresolved } from "#app/domain/workflows/case.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { LONGEST_WORDS } from "#app/domain/workflows/cases/change-case.ts";
import type { CasePorts } from "./change-cases.ts";

/** Writes to the shopper of a case in the merchant's own words. `key`: the same key twice is one message. The words stay in the case's story, never in the outbox. */
export const messageShopper =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, caseId, text, userId, key }: ShopperWords): Promise<MessageSent> => {
    const words = text.replaceAll("\0", "").trim();
    if (words === "") return { outcome: "refused", because: "Write what the shopper should read." };
    if (words.length > LONGEST_WORDS) return { outcome: "refused", because: `No more than ${LONGEST_WORDS} characters.` };
    const sent = await transact(async (store): Promise<MessageSent> => {
      const now = clock();
      const one = await store.cases.find(shop, caseId);
      if (one === null || one.orderId === null || one.shipmentId === null) return { outcome: "refused", because: "This case has no shopper to write to." };
      if (!isUnresolved(one)) return { outcome: "refused", because: "The case is resolved. Open it again to write about it." };
      const { cases: settings } = await store.work.of(shop);
      const said = `message:${key}`;
      await store.cases.tell(shop, [{ caseId, key: said, at: now, by: authorOf(settings, userId), kind: "note", text: words, body: { toShopper: true } }]);
      await store.cases.save([{ ...one, movedAt: now }]);
      await store.outbox.add(shop, [{ key: `${caseId}:email:${said}`, intent: { kind: "email_shopper", template: "from_team", orderId: one.orderId, shipmentId: one.shipmentId, caseId, said } }], now);
      return { outcome: "queued" };
    });
    if (sent.outcome === "queued") await jobs.wake("dispatch_outbox");
    return sent;
  };
