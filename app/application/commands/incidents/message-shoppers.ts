import type { IncidentMessageSent, IncidentWords } from "#app/contracts/case-requests.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { LONGEST_WORDS } from "#app/domain/workflows/cases/change-case.ts";
import type { CasePorts } from "../cases/change-cases.ts";
import { incidentAtWork } from "./incident-at-work.ts";

/** Writes the merchant's own words to every shopper whose parcel is still in an incident, one message an order. The words stand once in the story of the incident's case, never in the outbox. */
export const messageShoppers =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, incidentId, text, userId, key }: IncidentWords): Promise<IncidentMessageSent> => {
    const words = text.replaceAll("\0", "").trim();
    if (words === "") return { outcome: "refused", because: "Write what the shoppers should read." };
    if (words.length > LONGEST_WORDS) return { outcome: "refused", because: `No more than ${LONGEST_WORDS} characters.` };
    const sent = await transact(async (store): Promise<IncidentMessageSent> => {
      const now = clock();
      const found = await incidentAtWork(store, shop, incidentId);
      if (found.outcome === "refused") return found;
      const { whole, parcels } = found;
      const { cases: settings } = await store.work.of(shop);
      const said = `message:${key}`;
      await store.cases.tell(shop, [{ caseId: whole.id, key: said, at: now, by: authorOf(settings, userId), kind: "note", text: words, body: { toShopper: true, shoppers: parcels.length } }]);
      await store.cases.save([{ ...whole, movedAt: now }]);
      await store.outbox.add(shop, parcels.map(({ shipmentId, orderId }) => ({
        key: `${whole.id}:email:${said}:${orderId}`, intent: { kind: "email_shopper", template: "from_team", orderId, shipmentId, caseId: whole.id, said },
      })), now);
      return { outcome: "queued", shoppers: parcels.length };
    });
    if (sent.outcome === "queued") await jobs.wake("dispatch_outbox");
    return sent;
  };
