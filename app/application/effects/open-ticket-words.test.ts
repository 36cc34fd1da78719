import { expect, test } from "vitest";
import type { CaseRow } from "#app/contracts/admin-views.ts";
import type { CaseRecord, StoryLine } from "#app/contracts/case-views.ts";
import { emptyJourney } from "#app/domain/journeys/journey.ts";
import { iso } from "#app/domain/shared/time.ts";
import type { ShopRecord } from "../ports.ts";
import { at, NEW_YORK, ORDER, order, scan, SHOP, shipment } from "../../../tests/builders/journey.ts";
import { ticketOf, type TicketAbout } from "./open-ticket-words.ts";

const shop: ShopRecord = { shop: SHOP, gid: "1", name: "Hearth & Wool", email: "owner@hearth.example", currency: "USD", zone: NEW_YORK, country: "US", primaryUrl: "https://hearth.example", installedAt: at(0), uninstalledAt: null, scopes: [], syncedUntil: null, returnedAt: null, token: "t" };
const row: CaseRow = {
  id: "parcel.lost.1", shipmentId: shipment().id, orderId: ORDER, orderName: "#1001", category: "lost", severity: 2, status: "open", because: "The carrier says that it lost the parcel.", openedAt: iso(at(0)), dueAt: iso(at(8)),
  resolvedAt: null, resolution: null, resolvedBy: null, carrier: "UPS", trackingNumber: "1Z999AA10123456784", ownerId: null, team: null,
};
const line = (hour: number, kind: StoryLine["kind"], text: string): StoryLine => ({ key: `${kind}${hour}`, at: iso(at(hour)), by: "hither", kind, text, step: null, movedTo: null });
const record: CaseRecord = {
  row, escalations: 0, reopened: 0, mergedInto: null, incidentId: null, movedAt: iso(at(0)), feedback: null, related: [],
  story: [line(3, "told_out", "Slack was told."), line(2, "note", "Called the carrier."), line(1, "told_shopper", "About your order #1001"), line(0, "opened", "The carrier says that it lost the parcel.")],
  mails: [{ at: iso(at(2)), kind: "email_shopper", what: "Still on it", state: "pending", detail: null }, { at: iso(at(1)), kind: "email_shopper", what: "A delivery problem", state: "sent", detail: null }],
};
const about = (more: Partial<TicketAbout> = {}): TicketAbout => ({
  subject: { shop, about: row, found: { journey: { ...emptyJourney(SHOP, ORDER), order: order(), shipments: [shipment([scan(0, "accepted"), scan(5, "in_transit")])] }, firstEstimates: {} }, shipmentId: shipment().id, members: [] },
  record, caseUrl: "https://admin.example/app/cases/parcel.lost.1", trackingUrl: "https://hearth.example/t", carrierUrl: "https://www.ups.com/track", contact: { email: "ada@example.com", firstName: "Ada" }, ...more,
});

test("a ticket tells whoever opens it everything, in plain text", () => {
  const { body, ...ticket } = ticketOf(about());
  expect(ticket).toEqual({ externalId: "hither:parcel.lost.1", subject: "Lost: order #1001", requester: { email: "ada@example.com", name: "Ada" }, priority: "urgent", tags: ["hither", "lost"] });
  expect(body.split("\n\n").map((part) => part.split("\n"))).toEqual([
    ["What is wrong", "The carrier says that it lost the parcel.", expect.stringContaining("What to do: ")],
    ["Facts", "Order: #1001", "Parcel: UPS 1Z999AA10123456784", "Where it is: On its way", "Owner: Nobody yet", "Due: Tue, Nov 17, 6:00 PM EST"],
    ["Last scan", "Tue, Nov 17, 3:00 PM EST"],
    ["What the shopper was told", "Tue, Nov 17, 11:00 AM EST: A delivery problem"],
    ["What happened to the case", "Tue, Nov 17, 10:00 AM EST: The carrier says that it lost the parcel.", "Tue, Nov 17, 12:00 PM EST: Called the carrier."],
    ["Links", "Case: https://admin.example/app/cases/parcel.lost.1", "The shopper's tracking page: https://hearth.example/t", "The carrier's page: https://www.ups.com/track"],
  ]);
});

test("a ticket about nobody's parcel is for the team alone, and says that nobody was told", () => {
  const { body, requester } = ticketOf(about({ contact: null, trackingUrl: null, carrierUrl: null, record: { ...record, mails: [] }, subject: { ...about().subject, found: null, shipmentId: null } }));
  expect(requester).toBeNull();
  expect(body).toContain("What the shopper was told\nNothing yet.");
  expect(body).not.toMatch(/Last scan|tracking page|carrier's page/);
});
