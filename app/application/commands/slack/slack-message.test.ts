import { describe, expect, it } from "vitest";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import { unshippedId } from "#app/domain/journeys/journey.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import type { Estimate } from "#app/domain/estimates/estimate.ts";
import type { CalendarDate } from "#app/domain/shared/calendar.ts";
import type { IncidentId } from "#app/domain/shared/ids.ts";
import { iso } from "#app/domain/shared/time.ts";
import { NEWS, type News } from "#app/domain/workflows/news.ts";
import type { ShopRecord } from "../../ports.ts";
import type { CaseSubject } from "../../queries/case-facts.ts";
import { member } from "../../../../tests/builders/case.ts";
import { at, NEW_YORK, ORDER, order, scan, SHOP, shipment } from "../../../../tests/builders/journey.ts";
import { newsMessage, standingMessage } from "./slack-message.ts";

const PARCEL = shipment([scan(0, "accepted"), scan(5, "in_transit")]);
const window = (earliest: string, latest: string): Estimate => ({ kind: "window", earliest: earliest as CalendarDate, latest: latest as CalendarDate, rate: null, basis: "rules", because: "" });
const shop: ShopRecord = { shop: SHOP, gid: "1", name: "Hearth & Wool", email: "owner@hearth.example", currency: "USD", zone: NEW_YORK, country: "US", primaryUrl: "https://hearth.example", installedAt: at(0), uninstalledAt: null, scopes: [], syncedUntil: null, returnedAt: null, token: "t" };
const row = (more: Partial<CaseRow> = {}): CaseRow => ({
  id: "parcel.lost.1", shipmentId: PARCEL.id, orderId: ORDER, orderName: "#1001", category: "lost", severity: 2, status: "open", because: `Nobody has seen it since ${iso(at(5))}; it was due on 2026-11-20.`, openedAt: iso(at(0)), dueAt: iso(at(8)),
  resolvedAt: null, resolution: null, resolvedBy: null, carrier: "UPS", trackingNumber: "1Z999AA10123456784", ownerId: null, team: null, ...more,
});
const subject = (about: CaseRow | null, more: Partial<CaseSubject> = {}): CaseSubject => ({
  shop, about, shipmentId: PARCEL.id, members: [member("Ada", { slackId: "U0ADA" })],
  found: { journey: { ...emptyJourney(SHOP, ORDER), order: order(), shipments: [PARCEL], estimates: { [PARCEL.id]: window("2026-11-21", "2026-11-23") } }, firstEstimates: { [unshippedId(ORDER)]: window("2026-11-20", "2026-11-20") } }, ...more,
});
const url = (page: string) => `https://admin.example${page}`;
const told = (news: News, about: CaseRow | null = null, details: Record<string, string | number> = {}, incidentId: IncidentId | null = null) => newsMessage({ news, details, incidentId }, subject(about), url);

describe("news in Slack", () => {
  it("of a case says what is wrong on the shop's clock, with every fact one needs and no word of the shopper", () => {
    const message = told("case.opened", row());
    expect(message).toEqual({
      title: "Critical: Lost", text: "Nobody has seen it since Tue, Nov 17, 3:00 PM EST; it was due on Fri, Nov 20.", mention: null, footer: null, acts: { caseId: "parcel.lost.1", kinds: ["take", "resolve", "snooze"] },
      link: { label: "Open in Hither", url: "https://admin.example/app/cases/parcel.lost.1" },
      facts: [
        { label: "Order", value: "#1001" }, { label: "Parcel", value: "UPS 1Z999AA10123456784" }, { label: "Where it is", value: "On its way" }, { label: "First promised", value: "Fri, Nov 20" }, { label: "Expected now", value: "Sat, Nov 21 to Mon, Nov 23" },
        { label: "Owner", value: "Nobody yet" }, { label: "Due", value: "Tue, Nov 17, 6:00 PM EST" },
      ],
    });
    expect(JSON.stringify(message)).not.toMatch(/ada@example|"Ada"|10001/);
  });

  it("of an owned case is for its owner; of a resolved one for nobody, with what was done and nothing left to press", () => {
    expect(told("case.overdue", row({ ownerId: "ada", status: "in_progress" }))).toMatchObject({ title: "Overdue: Lost", mention: "U0ADA", acts: { kinds: ["resolve", "snooze"] } });
    expect(told("case.resolved", row({ ownerId: "ada", status: "resolved", resolution: "Sent again." }))).toMatchObject({ title: "Resolved: Lost", mention: null, acts: null, facts: expect.arrayContaining([{ label: "What was done", value: "Sent again." }]) });
    expect(told("case.opened", row({ status: "waiting" })).acts?.kinds).toEqual(["take", "resolve"]);
  });

  it("of a promise at risk says how likely that is, and leads to the parcel", () => {
    expect(told("shipment.at_risk", null, { probability: 0.734, promised: "2026-11-20" })).toMatchObject({ title: "A promised date is at risk", text: "The chance that it arrives after Fri, Nov 20 is 73 %.", acts: null, link: { url: `https://admin.example/app/shipments/${PARCEL.id}` } });
  });

  it("of an incident leads to its page, of an act says which", () => {
    expect(told("incident.opened", row({ category: "incident" }), { label: "UPS, Memphis" }, "i1" as IncidentId)).toMatchObject({ title: "Many parcels in trouble: UPS, Memphis", link: { url: "https://admin.example/app/incidents/i1" } });
    expect(told("act.failed", null, { act: "refund" })).toMatchObject({ title: "Shopify refused: Refund" });
    expect(told("act.done", null, { act: "reship" })).toMatchObject({ title: "Done at Shopify: Send again" });
    expect(told("act.failed", null, { act: "toString" })).toMatchObject({ title: "Shopify refused: an act" });
  });

  it.each(NEWS)("%s has a headline even where nothing is known any more", (news) => {
    expect(newsMessage({ news }, subject(null, { found: null, shipmentId: null }), url).title).not.toBe("");
  });

  it("after a press shows how the case stands, and what came of it", () => {
    expect(standingMessage(subject(row({ ownerId: "ada", status: "in_progress" })), url, "Ada: Ada works on it.")).toMatchObject({ title: "Critical: Lost", mention: null, footer: "Ada: Ada works on it.", acts: { kinds: ["resolve", "snooze"] } });
  });
});
