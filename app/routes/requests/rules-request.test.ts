import { expect, test } from "vitest";
import { TEMPLATES } from "#app/domain/workflows/rules/templates.ts";
import { NO_CHANGE } from "#app/domain/workflows/rules/tried-change.ts";
import { readRulesRequest } from "./rules-request.ts";

test("every ready-made rule can be asked to be saved, and is read as it was written", () => {
  for (const { name, trigger, when, acts } of TEMPLATES) {
    const rule = { id: "", name, mode: "off", trigger, when, acts };
    expect(readRulesRequest({ intent: "save", rule })).toEqual({ intent: "save", rule });
  }
});

test("a trial names only what it changes", () => {
  expect(readRulesRequest({ intent: "try", change: { silenceHours: 24 } })).toEqual({ intent: "try", change: { ...NO_CHANGE, silenceHours: 24 } });
});

test("what no form of ours sends is no request", () => {
  const rule = { id: "", name: "x", mode: "on", trigger: "shipment.exception", when: [], acts: [] };
  for (const odd of [null, {}, { intent: "save" }, { intent: "save", rule: { ...rule, trigger: "moon.rises" } }, { intent: "save", rule: { ...rule, acts: [{ kind: "act", request: { kind: "correct_address", address: {} } }] } },
    { intent: "save", rule: { ...rule, id: "rule:1.2" } }, { intent: "save", rule: { ...rule, acts: [{ kind: "act", request: { kind: "reship", pieces: [{ lineId: "1", quantity: 9 }], tellShopper: true } }] } }, { intent: "restore", part: "all", version: 1 }]) expect(readRulesRequest(odd)).toBeNull();
});
