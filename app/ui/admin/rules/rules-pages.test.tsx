import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ReplayView } from "#app/contracts/rules-views.ts";
import { nothingPlayed } from "#app/domain/journeys/replay/replay-result.ts";
import type { OrderId, RuleId, ShipmentId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { FIELDS } from "#app/domain/workflows/rules/fields.ts";
import { readCondition } from "#app/domain/workflows/rules/condition.ts";
import { RULE_ACTS, type RuleActKind } from "#app/domain/workflows/rules/act-kinds.ts";
import { checkRule, kindOfAct } from "#app/domain/workflows/rules/check-rule.ts";
import type { Rule } from "#app/domain/workflows/rules/rule.ts";
import { TEMPLATES } from "#app/domain/workflows/rules/templates.ts";
import { actChoices, actOf, conditionOn, newRule } from "./draft-rule.ts";
import { formOfRule, RuleEditor, ruleOfForm } from "./rule-editor.tsx";
import { ReplayPanel } from "./replay-panel.tsx";

const NOW = Date.parse("2026-11-21T12:00:00Z") as Instant;
const words = (markup: string): string => markup.replace(/<[^>]*>/g, " ").replace(/&#x27;/g, "'").replace(/\s+/g, " ");
const shown = (element: React.ReactElement): string => words(renderToStaticMarkup(<AppProvider i18n={en}>{element}</AppProvider>));
const editor = (rule: Rule, errors = {}): string => shown(<RuleEditor form={formOfRule(rule)} errors={errors} teams={["Claims"]} currency="USD" onChange={() => {}} />);

describe("the form of a rule", () => {
  test("begins every condition with something that can be read, but for words, which only the merchant knows", () => {
    for (const field of FIELDS) expect(readCondition(conditionOn(field)).outcome, field.id).toBe(field.kind === "words" ? "unreadable" : "sound");
  });

  test("offers every act, and names what an act still lacks", () => {
    for (const kind of Object.keys(RULE_ACTS) as RuleActKind[]) {
      expect(kindOfAct(actOf(kind))).toBe(kind);
      expect(editor({ ...newRule(null), name: "x", acts: [actOf(kind)] }, { "acts.0": "This is missing." })).toContain("This is missing.");
    }
    expect(actChoices("shipment.at_risk").map(({ value }) => value)).not.toContain("email_shopper");
  });

  test("shows each ready-made rule as its sentence, and gives it back as it was", () => {
    for (const { id, name } of TEMPLATES) {
      const rule = newRule(id);
      expect(checkRule(rule, [])).toEqual({});
      expect(rule).toMatchObject({ name, mode: "off" });
      expect(editor(rule)).toContain("When ");
      expect(ruleOfForm(formOfRule(rule))).toEqual(rule);
    }
  });

  test("shows what cannot be read any more as it was written", () => {
    expect(editor({ ...newRule("reship_lost"), when: [{ field: "tide", operator: "is", value: "high" }] })).toContain("“tide is high” cannot be read any more.");
  });
});

describe("the panel of a replay", () => {
  const replay = (more: Partial<ReplayView>): ReplayView => ({ id: "1", what: "E-mails to shoppers: on → off.", by: "merchant", askedAt: NOW, state: "done", done: 0, total: 0, result: null, because: null, ruleNames: {}, ...more });
  const panel = (more: Partial<ReplayView>): string => shown(<ReplayPanel replay={replay(more)} zone="UTC" now={NOW} />);

  test("says how far it is", () => {
    expect(panel({ state: "running", done: 1_200, total: 5_000 })).toContain("1,200 of 5,000 parcels.");
  });

  test("sets both sides beside each other, with parcels one can open and what kept rules from firing", () => {
    const none = nothingPlayed(NOW);
    const text = panel({
      ruleNames: { ["r" as RuleId]: "Reship" }, result: {
        ...none, orders: 9, shipments: 10, troubles: 2, before: { ...none.before, messages: 12, falseAlarms: 4 }, after: { ...none.after, messages: 7, falseAlarms: 6 }, changes: { ...none.changes, false_alarm_new: 9 },
        examples: [{ kind: "false_alarm", change: "new", orderId: "1" as OrderId, orderName: "#1001", shipmentId: "2.1" as ShipmentId, at: NOW, what: "No scan for 20 hours." }],
        rules: [{ ruleId: "r" as RuleId, fired: 1, kept: [{ clause: "the order is over $100", times: 3, example: "#1002: $40" }] }],
      },
    });
    expect(text).toContain("Messages to shoppers 12 7 −5");
    expect(text).toContain("False alarms 4 6 +2");
    expect(text).toContain("False alarms it would add: 9");
    expect(text).toContain("#1001");
    expect(text).toContain("And 8 more like these.");
    expect(text).toContain("“Reship” would have fired 1 time.");
    expect(text).toContain("3 times not, because it was not so that the order is over $100 (for example #1002: $40).");
  });

  test("without parcels says so", () => {
    expect(panel({ result: nothingPlayed(NOW) })).toContain("There are no parcels of the last 180 days to try it on.");
  });
});
