import { expect, it } from "vitest";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import type { ShopperTemplate } from "#app/domain/workflows/intent.ts";
import { at, NEW_YORK, ORDER, order, scan, SHOP, shipment } from "../../../tests/builders/journey.ts";
import type { ShopperMail, Store } from "../ports.ts";
import { emailShopper } from "./email-shopper.ts";

type Given = { readonly status?: "open" | "resolved"; readonly resolvedBy?: string; readonly delivered?: boolean; readonly words?: string | null; readonly refused?: boolean };

/** Sends one message about a case in the given state, and tells what went out and what was written down. */
const send = async (template: ShopperTemplate, { status = "open", resolvedBy = "merchant", delivered = false, words = null, refused = false }: Given = {}) => {
  const mails: ShopperMail[] = [];
  const told: CaseEvent[] = [];
  const looked: unknown[] = [];
  const parcel = shipment(delivered ? [scan(1, "in_transit"), scan(30, "delivered")] : [scan(1, "in_transit")]);
  const journey = { ...emptyJourney(SHOP, ORDER), order: order(), shipments: [parcel] };
  const store = { cases: { tell: async (_: string, events: readonly CaseEvent[]) => void told.push(...events), lookAgain: async (_: string, when: unknown) => void looked.push(when) } };
  const effect = emailShopper({
    transact: (work) => work(store as unknown as Store), caseReads: { words: async () => words },
    reads: {
      order: async () => ({ journey, firstEstimates: {} }), contact: async () => ({ email: "ada@example.com", firstName: "Ada", locale: "en-US" }),
      caseById: async () => ({ id: "c", category: "lost", status, resolvedBy }),
    } as never,
    shops: { find: async () => ({ shop: SHOP, name: "Hearth & Wool", email: "owner@hearth.example", zone: NEW_YORK, primaryUrl: "https://hearth.example", uninstalledAt: null }), settings: async () => ({ policy: defaultPolicy(NEW_YORK), senderName: null, replyTo: null }) } as never,
    links: { sign: () => "signed", read: () => null }, shown: { note: () => undefined } as never,
    mailer: async (_, mail) => { mails.push(mail); return refused ? { outcome: "refused", because: "No such mailbox." } : { outcome: "sent", detail: null }; },
  });
  const intent = { kind: "email_shopper", template, orderId: ORDER, shipmentId: parcel.id, caseId: "c" as CaseId, said: "message:1" } as const;
  const result = await effect({ id: "1", shop: SHOP, key: `c:email:${template}`, intent, attempts: 1, createdAt: at(40) }, intent, at(40));
  return { result, mails, told, looked };
};

it("what went out is a line of the case's story under the message's own key, and the case is looked at for the next word", async () => {
  const { result, told, looked } = await send("delivery_problem");
  expect(result.outcome).toBe("sent");
  expect(told).toEqual([{ caseId: "c", key: "c:email:delivery_problem", at: at(40), by: "hither", kind: "told_shopper", text: "An update on your order #1001", body: { template: "delivery_problem" } }]);
  expect(looked).toEqual([[{ id: "c", at: at(40) }]]);
});

it("what was refused is no line of the story", async () => {
  const { result, told } = await send("delivery_problem", { refused: true });
  expect([result.outcome, told]).toEqual(["failed", []]);
});

it.each<[ShopperTemplate, Given, "sent" | "skipped"]>([
  ["delivery_problem", { status: "resolved" }, "skipped"], ["still_on_it", {}, "sent"], ["still_on_it", { status: "resolved" }, "skipped"],
  ["case_resolved", { status: "resolved" }, "sent"], ["case_resolved", {}, "skipped"], ["feedback", {}, "skipped"], ["feedback", { status: "resolved" }, "sent"],
  ["feedback", { status: "resolved", resolvedBy: "carrier" }, "skipped"], ["feedback", { status: "resolved", resolvedBy: "carrier", delivered: true }, "sent"],
  ["from_team", { words: "Is it 12 or 21?" }, "sent"], ["from_team", { words: null }, "skipped"],
])("a message %s about a case that is %j is %s", async (template, given, outcome) => {
  const { result, mails } = await send(template, given);
  expect([result.outcome, mails.length]).toEqual([outcome, outcome === "sent" ? 1 : 0]);
});

it("the question how it went leads to the feedback page of this case, every other message to the tracking page", async () => {
  expect((await send("feedback", { status: "resolved" })).mails[0]?.button.url).toBe("https://hearth.example/apps/hither/feedback?t=signed&case=c");
  expect((await send("case_resolved", { status: "resolved" })).mails[0]?.button.url).toBe("https://hearth.example/apps/hither/tracking?t=signed");
});
