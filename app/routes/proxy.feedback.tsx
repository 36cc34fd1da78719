import { container } from "#app/container.server.ts";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { CaseId } from "#app/domain/shared/ids.ts";
import { FeedbackPage } from "#app/ui/tracking/feedback-page.tsx";
import { inTheTheme, shopperPage, type ShopperAnswer } from "./requests/shopper-page.server.tsx";

/** Bytes of the form; words of a shopper, not a file. */
const LARGEST_FORM = 16_384;

/** Asks on opening; keeps on posting. A link that carries a score opens the form with it chosen: mail programs open links by themselves, so opening alone says nothing. */
const page = shopperPage("feedback", LARGEST_FORM, async ({ shop, fields, posted, locale, from, path }) => {
  const { commands } = await container();
  const given = fields.get("score");
  const token = fields.get("t") ?? "";
  const caseId = (fields.get("case") ?? "").slice(0, 200) as CaseId;
  const words = fields.get("words") ?? "";
  const taken = await commands.giveFeedback(shop, { token, caseId, words, score: posted && given !== null ? Number(given) : null, from });
  const shown = (state: Parameters<typeof FeedbackPage>[0]["state"], answer: ShopperAnswer = {}): Response =>
    inTheTheme(<FeedbackPage state={state} locale={locale} action={path} token={token} caseId={caseId} score={given} words={words} />, locale, answer);
  switch (taken.outcome) {
    case "thanked": return shown({ kind: "thanked" });
    case "asked": return shown({ kind: "asked", orderName: taken.orderName, missing: posted }, { status: posted ? 400 : 200 });
    case "not_found": return shown({ kind: "gone" }, { status: 404 });
    case "slow_down": return shown({ kind: "slow_down" }, { status: 429, retryAfterSeconds: taken.retryAfterSeconds });
    default: return assertNever(taken);
  }
});

export const loader = page.loader;
export const action = page.action;
