import { assertNever } from "#app/domain/shared/brand.ts";
import type { RulesAnswer } from "#app/ui/admin/rules/rules-answer.ts";
import { boundedBody } from "./bounded-body.server.ts";
import { merchantRequest } from "./merchant.server.ts";
import { LONGEST_RULE, readRulesRequest } from "./rules-request.ts";

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};

const GONE = "This rule does not exist any more. Reload the page to see the present ones.";

/** Does what a page of rules asks for, and answers for it. */
export const rulesAction = async (request: Request): Promise<RulesAnswer> => {
  const { shop, commands, clock, userId } = await merchantRequest(request);
  const body = await boundedBody(request, LONGEST_RULE);
  if (body.outcome === "too_large") throw new Response("The rule is too long.", { status: 413 });
  const asked = readRulesRequest(parsed(body.bytes));
  if (asked === null) throw new Response("The form could not be read.", { status: 400 });
  const at = clock();
  switch (asked.intent) {
    case "save": {
      const saved = await commands.saveRule(shop, { ...asked.rule, id: asked.rule.id === "" ? null : asked.rule.id }, userId);
      if (saved.outcome === "not_found") return { intent: "save", outcome: "invalid", errors: { name: GONE }, at };
      return { intent: "save", ...saved, at };
    }
    case "mode": {
      const saved = await commands.setRuleMode(shop, asked.id, asked.mode, userId);
      if (saved.outcome === "saved") return { intent: "mode", outcome: "done", at };
      return { intent: "mode", outcome: "refused", because: saved.outcome === "not_found" ? GONE : Object.values(saved.errors).join(" "), at };
    }
    case "remove": {
      const removed = await commands.removeRule(shop, asked.id, userId);
      return removed.outcome === "saved" ? { intent: "remove", outcome: "done", at } : { intent: "remove", outcome: "refused", because: GONE, at };
    }
    case "try": {
      const tried = await commands.askReplay(shop, asked.change, userId);
      return tried.outcome === "asked" ? { intent: "try", outcome: "asked", at } : { intent: "try", ...tried, at };
    }
    case "restore": {
      const restored = await commands.restoreVersion(shop, asked.part, asked.version, userId);
      return restored.outcome === "restored" ? { intent: "restore", outcome: "done", at } : { intent: "restore", outcome: "refused", because: "This version does not exist.", at };
    }
    default: return assertNever(asked);
  }
};
