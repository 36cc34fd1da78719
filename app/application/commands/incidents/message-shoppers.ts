import type { IncidentMessageSent, IncidentWords } from "#app/contracts/case-requests.ts";
import { caseId, isUnresolved } from "#app/domain/workflows/case.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { LONGEST_WORDS } from "#app/domain/workflows/cases/change-case.ts";
import type { CasePorts } from "../cases/change-cases.ts";

/** Writes the merchant's own words to every shopper whose parcel is still in an incident, one message an order. The words stand once in the story of the incident's case, never in the outbox. */
export const messageShoppers =
  ({ transact, clock, jobs }: CasePorts) =>
  async ({ shop, incidentId, text, userId, key }: IncidentWords): Promise<IncidentMessageSent> => {
    const words = text.replaceAll("\0", "").trim();
    if (words === "") return { outcome: "refused", because: "Write what the shoppers should read." };
    if (words.length > LONGEST_WORDS) return { outcome: "refused", because: `No more than ${LONGEST_WORDS} characters.` };
    const sent = await transact(async (store): Promise<IncidentMessageSent> => {
      const now = clock();
      const incident = (await store.incidents.running(shop)).find(({ id }) => id === incidentId);
      if (incident === undefined) return { outcome: "refused", because: "The incident is over. Parcels still in trouble have cases of their own." };
      const whole = await store.cases.find(shop, caseId(incidentId, "incident", incident.beganAt));
      if (whole === null || !isUnresolved(whole)) return { outcome: "refused", because: "The case of the incident is resolved. Open it again to write about it." };
      const parcels = await store.incidents.stillIn(shop, incidentId);
      if (parcels.length === 0) return { outcome: "refused", because: "None of its parcels is still in it." };
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
