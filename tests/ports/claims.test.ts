import { expect, it } from "vitest";
import { changeClaims } from "#app/application/commands/claims/change-claims.ts";
import { noteAsked } from "#app/application/commands/claims/note-asked.ts";
import { removeClaimRule, saveClaimRule } from "#app/application/commands/claims/save-claim-rule.ts";
import { watchClaims } from "#app/application/commands/claims/watch-claims.ts";
import { watchCases } from "#app/application/commands/cases/watch-cases.ts";
import { carrierOfCase, claimRules, claimsPage } from "#app/application/queries/claims.ts";
import { evidencePack } from "#app/application/queries/evidence.ts";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { subjectOf } from "#app/domain/estimates/shown-date.ts";
import { advance } from "#app/domain/journeys/advance.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import { days, plus, type Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import { caseOne } from "../builders/case.ts";
import { at, circumstances, fulfillmentFact, ORDER, orderFact, scan, scansFact, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const LOST = caseOne({ openedAt: at(1), dueAt: plus(at(0), days(400)), movedAt: at(1) });

/** A shop with one parcel of UPS, shipped 2026-11-17, whose case is open, at a time the test sets. */
const deskOver = async (database: Database) => {
  const stores = storesOf(database);
  const time = { now: at(2) as Instant };
  const ports = { ...stores, clock: () => time.now, jobs: { wake: async () => undefined } };
  await stores.shops.install(SHOP, shopInfo(), [], at(0));
  await stores.transact(async (store) => {
    const [journey] = await store.journeys.load(SHOP, [ORDER]);
    if (!journey) throw new Error("load answers one journey per order");
    await store.journeys.save([advance(journey, [orderFact(), fulfillmentFact(), scansFact(scan(1, "accepted", { text: "Picked up", proof: { photo: true, signature: null } }))], circumstances(2))], at(2));
    await store.cases.save([LOST]);
  });
  const [cases, claims] = [watchCases(ports), watchClaims(ports)];
  const drain = async (step: (limit: number) => Promise<{ readonly looked: number }>): Promise<number> => {
    let all = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const { looked } = await step(50);
      if (looked === 0) return all;
      all += looked;
    }
    throw new Error("the work never ends");
  };
  return {
    ...stores, time, change: changeClaims(ports), asked: noteAsked(ports), save: saveClaimRule({ ...ports, newId: () => "1" }), remove: removeClaimRule(ports), page: claimsPage(stores), rules: claimRules(stores), carrier: carrierOfCase(ports),
    pack: evidencePack({ ...stores, files: { pdf: async () => new Uint8Array(), zip: async () => new Uint8Array() }, clock: ports.clock }),
    look: async (on?: Instant) => { time.now = on ?? time.now; await drain(cases); const looked = await drain(claims); await drain(cases); await drain(claims); return looked; },
    story: async () => (await stores.caseReads.detail(SHOP, LOST.id))?.story.toReversed().filter(({ kind }) => kind === "claim" || kind === "asked_carrier").map(({ by, text }) => `${by}: ${text}`),
    find: (): Promise<Case | null> => stores.transact((store) => store.cases.find(SHOP, LOST.id)),
    resolve: (by: Case["resolvedBy"]) => stores.transact((store) => store.cases.save([{ ...LOST, status: "resolved", movedAt: time.now, resolvedAt: time.now, resolvedBy: by, resolution: "done" }])),
  };
};

onBothDatabases("claims", ({ open }) => {
  it("begin with their case, tell when they open and five days before they close, and pull the case's due time forward", async () => {
    const desk = await deskOver(await open());
    await desk.look();
    expect(await desk.claims.byCase(SHOP, LOST.id)).toMatchObject({ state: "open", kind: "lost", rule: "ups-home", latestOn: "2027-01-16", currency: "USD" });
    expect(await desk.story()).toEqual([]);
    expect(await desk.look(at(3))).toBe(0);
    const { earliestOn } = (await desk.claims.byCase(SHOP, LOST.id)) ?? {};
    await desk.look(Date.parse(`${earliestOn}T17:00:00Z`) as Instant);
    expect(await desk.story()).toHaveLength(1);
    expect((await desk.find())?.dueAt).toBe(LOST.dueAt);
    await desk.look(Date.parse("2027-01-11T17:00:00Z") as Instant);
    await desk.look(Date.parse("2027-01-12T17:00:00Z") as Instant);
    expect((await desk.story())?.map((line) => line.slice(0, 60))).toEqual([expect.stringContaining("hither: The claim can be filed."), expect.stringContaining("hither: The claim should be filed now.")]);
    expect((await desk.find())?.dueAt).toBe(Date.parse("2027-01-16T05:00:00Z"));
    await desk.look(Date.parse("2027-01-17T17:00:00Z") as Instant);
    expect(await desk.claims.byCase(SHOP, LOST.id)).toMatchObject({ state: "missed", lookAt: null });
  });

  it("outlive a case a person resolved, and end with one a scan cleared", async () => {
    const [one, other] = [await deskOver(await open()), await deskOver(await open())];
    for (const desk of [one, other]) await desk.look();
    await one.resolve("merchant");
    await other.resolve("carrier");
    for (const desk of [one, other]) await desk.look(at(30));
    expect((await one.claims.byCase(SHOP, LOST.id))?.state).toBe("open");
    expect((await other.claims.byCase(SHOP, LOST.id))?.state).toBe("dropped");
  });

  it("are filed and paid by people, each saying once, even before anybody looked at them", async () => {
    const desk = await deskOver(await open());
    const say = (wish: Parameters<typeof desk.change>[0]["wish"], key: string) => desk.change({ shop: SHOP, caseId: LOST.id, wish, userId: null, key });
    expect(await say({ kind: "filed", reference: "C-77", amountMinor: 4_200 }, "request-1")).toEqual({ outcome: "changed", text: "Claim filed as C-77 over $42.00." });
    await desk.look();
    expect(await say({ kind: "paid", amountMinor: 4_000 }, "request-2")).toMatchObject({ outcome: "changed" });
    expect(await say({ kind: "paid", amountMinor: 4_000 }, "request-2")).toMatchObject({ outcome: "refused" });
    expect(await desk.story()).toEqual(["merchant: Claim filed as C-77 over $42.00.", "merchant: The carrier paid $40.00."]);
    expect(await desk.change({ shop: OTHER_SHOP, caseId: LOST.id, wish: { kind: "again" }, userId: null, key: "request-3" })).toMatchObject({ outcome: "refused" });
    const [ended, toFile] = [await desk.page(SHOP, "ended"), await desk.page(SHOP, "open")];
    expect(ended).toMatchObject({ rows: [{ caseId: LOST.id, orderName: "#1001", carrier: "UPS", state: "paid", amount: "$40.00" }], total: { open: 0, filed: 0, ended: 1 } });
    expect(toFile.rows).toEqual([]);
    expect((await desk.page(OTHER_SHOP, "ended")).total.ended).toBe(0);
  });

  it("go by the shop's own row as soon as it is saved, and by ours again when it is taken away", async () => {
    const desk = await deskOver(await open());
    await desk.look();
    const row = { id: null, carrier: "UPS", service: null, reach: "any", kinds: ["lost"], earliest: null, latest: { days: 10, counting: "calendar", from: "shipping" }, source: "Our contract", note: null } as const;
    expect(await desk.save(SHOP, { ...row, source: "" }, null)).toMatchObject({ outcome: "invalid", errors: { source: expect.any(String) } });
    expect(await desk.save(SHOP, row, null)).toEqual({ outcome: "saved" });
    await desk.look();
    expect(await desk.claims.byCase(SHOP, LOST.id)).toMatchObject({ rule: "own-1", latestOn: "2026-11-27", earliestOn: null });
    expect((await desk.rules(SHOP)).at(-1)).toMatchObject({ carrier: "UPS", own: true, added: true, rule: { checkedOn: "2026-11-17" } });
    await desk.remove(SHOP, "own-1", null);
    await desk.look();
    expect(await desk.claims.byCase(SHOP, LOST.id)).toMatchObject({ rule: "ups-home", latestOn: "2027-01-16" });
  });

  it("show on the case with the question for the carrier, which is noted once it was asked", async () => {
    const desk = await deskOver(await open());
    const view = await desk.carrier(SHOP, LOST.id);
    expect(view?.claim).toMatchObject({ carrier: "UPS", kind: "lost", state: "open", clock: { state: "too_early" }, rule: { id: "ups-home" } });
    expect(view?.ask.contact?.phone).toBe("+1 800 742 5877");
    expect(view?.ask.words).toContain("Tracking number: 1Z999AA10123456784\nShipped on: 2026-11-17");
    expect(view?.ask.words).toContain("Last scan: 2026-11-17, Picked up");
    for (let again = 0; again < 2; again += 1) await desk.asked({ shop: SHOP, caseId: LOST.id, carrier: "UPS", userId: null, key: "request-1" });
    expect((await desk.carrier(SHOP, LOST.id))?.ask.asked).toHaveLength(1);
    expect(await desk.story()).toEqual(["merchant: UPS was asked."]);
    expect(await desk.carrier(OTHER_SHOP, LOST.id)).toBeNull();
  });
});

onBothDatabases("evidence", ({ open }) => {
  it("holds what every table knows of an order, and nothing of another shop's", async () => {
    const desk = await deskOver(await open());
    await desk.ledger.add(SHOP, [{
      subject: subjectOf({ orderId: ORDER }), surface: "checkout", stage: "ordered", shownAt: at(0), orderId: ORDER, shipmentId: null, earliest: "2026-11-19" as CalendarDate, latest: "2026-11-20" as CalendarDate, style: "range", rate: 0.9, shipsBy: null,
      lane: "US", service: null, carrier: null, location: null, model: "m", evidence: [], because: "Two days on the road.",
    }]);
    await desk.transact((store) => store.outbox.add(SHOP, [{ key: "mail", intent: { kind: "email_shopper", template: "no_movement", orderId: ORDER, shipmentId: LOST.shipmentId ?? ("x" as never), caseId: LOST.id } }], at(3)));
    await desk.change({ shop: SHOP, caseId: LOST.id, wish: { kind: "filed", reference: "C-77", amountMinor: null }, userId: null, key: "request-1" });
    const pack = await desk.pack(SHOP, ORDER);
    expect(pack).toMatchObject({
      paper: "LETTER", shopName: "Hearth & Wool", order: { name: "#1001", total: "$42.00", shopper: "a•••@example.com", items: ["1 × Wool throw (THROW)"] },
      claims: [{ about: "Never arrived, parcel 1", state: "filed", reference: "C-77" }],
    });
    expect(pack?.parcels).toMatchObject([{ carrier: "UPS", numbers: ["1Z999AA10123456784"], scans: [{ source: "easypost", words: "Picked up", means: "accepted", judged: "believed" }] }]);
    expect(pack?.dates.map(({ where, date }) => `${where}: ${date}`)).toContain("checkout: 2026-11-19 to 2026-11-20");
    expect(pack?.messages).toContainEqual(expect.objectContaining({ what: "E-mail: no movement", to: "a•••@example.com", state: "waiting" }));
    expect(pack?.story.map(({ text }) => text)).toContain("Claim filed as C-77.");
    expect(JSON.stringify(pack)).not.toContain("ada@example.com");
    expect(await desk.pack(OTHER_SHOP, ORDER)).toBeNull();
  });
});
