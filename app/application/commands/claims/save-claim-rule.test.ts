import { expect, it } from "vitest";
import type { ClaimRuleDraft } from "#app/contracts/claim-views.ts";
import { claimRuleErrors } from "./save-claim-rule.ts";

const draft = (more: Partial<ClaimRuleDraft> = {}): ClaimRuleDraft => ({ id: null, carrier: "UPS", service: null, reach: "any", kinds: ["lost"], earliest: null, latest: { days: 30, counting: "calendar", from: "shipping" }, source: "Our contract", note: null, ...more });

it("a row of the table of deadlines is sound with or without a carrier", () => {
  expect([claimRuleErrors(draft()), claimRuleErrors(draft({ carrier: "" }))]).toEqual([{}, {}]);
});

it.each<[string, Partial<ClaimRuleDraft>]>([
  ["carrier", { carrier: "Pigeons United" }], ["kinds", { kinds: [] }], ["latest", { latest: null }], ["latest", { latest: { days: Number.NaN, counting: "calendar", from: "shipping" } }],
  ["earliest", { earliest: { days: 731, counting: "business", from: "expected" } }], ["source", { source: " " }],
])("a row's fault is named at %s", (field, more) => {
  expect(Object.keys(claimRuleErrors(draft(more)))).toEqual([field]);
});
