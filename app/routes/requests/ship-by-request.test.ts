import { expect, it } from "vitest";
import { readShipByRequest } from "./ship-by-request.ts";

const offer = (more: object) => ({ intent: "ask", caseId: "c", key: "12345678", wish: { kind: "offer", revisedOn: "", reason: "", told: false, ...more } });

it("an empty new date is none, and one that does not exist is no request", () => {
  expect(readShipByRequest(offer({}))).toMatchObject({ wish: { revisedOn: null } });
  expect(readShipByRequest(offer({ revisedOn: "2026-12-30" }))).toMatchObject({ wish: { revisedOn: "2026-12-30" } });
  expect([readShipByRequest(offer({ revisedOn: "2026-02-30" })), readShipByRequest(offer({ revisedOn: "soon" })), readShipByRequest({ intent: "ask" }), readShipByRequest(null)]).toEqual([null, null, null, null]);
});

it("days that are no number arrive as what every check refuses", () => {
  const days = (reviseByDays: string) => readShipByRequest({ intent: "save", settings: { on: null, statedTime: true, reviseByDays, refundByItself: false } });
  expect([days(""), days("14"), days("two")].map((one) => (one?.intent === "save" ? one.settings.reviseByDays : "none"))).toEqual([null, 14, -1]);
});
