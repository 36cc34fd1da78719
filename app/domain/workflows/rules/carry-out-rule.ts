import { assertNever } from "../../shared/brand.ts";
import type { ShopId } from "../../shared/ids.ts";
import type { Instant } from "../../shared/time.ts";
import { actId } from "../acts/act-id.ts";
import { carryOutIntent } from "../acts/act-intents.ts";
import type { Act } from "../acts/act.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../cases/case-event.ts";
import { changeCase } from "../cases/change-case.ts";
import type { CaseSettings } from "../cases/case-settings.ts";
import { tellingKey } from "../cases/opened.ts";
import type { PlannedIntent, Telling } from "../intent.ts";
import { actInWords } from "./act-sentence.ts";
import type { Rule, RuleAct } from "./rule.ts";

/** A rule whose conditions hold, and what it is about. `subject` names the happening: with the rule's id it names every act. */
export type Fired = { readonly shop: ShopId; readonly rule: Rule; readonly subject: string; readonly telling: Telling; readonly case: Case | null; readonly currency: string; readonly dueAt: Instant; readonly settings: CaseSettings; readonly now: Instant };

/** What one firing does. `case`: as the rule leaves it; null when it did not touch it. */
export type Done = { readonly acts: readonly Act[]; readonly intents: readonly PlannedIntent[]; readonly events: readonly CaseEvent[]; readonly case: Case | null };

const NOTHING: Done = { acts: [], intents: [], events: [], case: null };

/** The first act of a rule is `rule:<rule>.<subject>`, the others are numbered: the same firing gives the same acts, however often it is judged. */
const keyOf = ({ rule, subject }: Fired, position: number): string => `rule:${rule.id}.${subject}${position === 0 ? "" : `.${position + 1}`}`;

const story = (fired: Fired, key: string, text: string): readonly CaseEvent[] =>
  fired.case === null ? [] : [{ caseId: fired.case.id, key, at: fired.now, by: `rule:${fired.rule.id}`, kind: "act", text }];

const carryOutOne = (fired: Fired, act: RuleAct, position: number): Done => {
  const { shop, rule, telling, case: about, currency, dueAt, now, settings } = fired;
  const key = keyOf(fired, position);
  switch (act.kind) {
    case "act": {
      if (telling.orderId === null) return NOTHING;
      const asked: Act = {
        shop, id: actId(key), orderId: telling.orderId, shipmentId: telling.shipmentId, caseId: telling.caseId, request: act.request, by: `rule:${rule.id}`, state: "waiting", askedAt: now, dueAt,
        endedAt: null, costMinor: null, currency: null, result: null, made: null,
      };
      return {
        ...NOTHING, acts: [asked], events: story(fired, key, `The rule “${rule.name}” asked: ${actInWords(act, currency)}.`),
        intents: [carryOutIntent(asked)],
      };
    }
    case "email_shopper":
      // Under the key of the message such a case sends by itself: a shopper hears of one trouble once, whoever wanted it told.
      return about === null || telling.orderId === null || telling.shipmentId === null ? NOTHING : { ...NOTHING, intents: [{
        key: `${tellingKey(about)}:email`, intent: { kind: "email_shopper", template: about.category === "no_movement" ? "no_movement" : "delivery_problem", orderId: telling.orderId, shipmentId: telling.shipmentId, caseId: about.id },
      }] };
    case "open_ticket":
      // Under the key of the ticket a case opens by itself, where a helpdesk gets all of them.
      return about === null ? NOTHING : { ...NOTHING, intents: [{ key: `${tellingKey(about)}:case.opened:ticket`, intent: { kind: "open_ticket", orderId: telling.orderId, shipmentId: telling.shipmentId, caseId: about.id } }] };
    case "assign_case":
    case "resolve_case": {
      if (about === null) return NOTHING;
      const wish = act.kind === "assign_case" ? { kind: "assign", memberId: null, team: act.team } as const : { kind: "resolve", resolution: act.resolution, as: "rule" } as const;
      const changed = changeCase(about, wish, { by: `rule:${rule.id}`, at: now, key, settings });
      return changed.outcome === "changed" ? { ...NOTHING, events: changed.events, case: changed.case } : NOTHING;
    }
    default: return assertNever(act);
  }
};

/** Does everything a rule says, in its order; each act sees the case as the one before left it. */
export const carryOutRule = (fired: Fired): Done =>
  fired.rule.acts.reduce<Done>((so, act, position) => {
    const done = carryOutOne({ ...fired, case: so.case ?? fired.case }, act, position);
    return { acts: [...so.acts, ...done.acts], intents: [...so.intents, ...done.intents], events: [...so.events, ...done.events], case: done.case ?? so.case };
  }, NOTHING);
