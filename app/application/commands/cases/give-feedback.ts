import { hours, type Instant } from "#app/domain/shared/time.ts";
import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, LinkSigner, RateLimit, ReadModels, Transact } from "../../ports.ts";

/** What taking a shopper's feedback needs of the outside. */
export type FeedbackPorts = { readonly transact: Transact; readonly reads: Pick<ReadModels, "caseById">; readonly links: LinkSigner; readonly rateLimit: RateLimit; readonly clock: Clock };

/** What a shopper sends; `token` and `caseId` come from their mail, `from` names the caller for the limit. `score` null: they only opened the page. */
export type FeedbackGiven = { readonly token: string; readonly caseId: CaseId; readonly score: number | null; readonly words: string; readonly from: string };

/** `not_found`: forged, expired, or of a case that is gone; one answer, so that nobody learns which. */
export type FeedbackTaken =
  | { readonly outcome: "thanked" } | { readonly outcome: "asked"; readonly orderName: string | null } | { readonly outcome: "not_found" } | { readonly outcome: "slow_down"; readonly retryAfterSeconds: number };

const MOST_AN_HOUR = 30;
/** Characters of what a shopper adds. */
export const LONGEST_FEEDBACK = 2_000;

/** A shopper says how it went. The link of the mail proves that the case's order is theirs; saying it again replaces what was said. */
export const giveFeedback =
  ({ transact, reads, links, rateLimit, clock }: FeedbackPorts) =>
  async (shop: ShopId, { token, caseId, score, words, from }: FeedbackGiven): Promise<FeedbackTaken> => {
    const now: Instant = clock();
    const allowed = rateLimit(shop, `feedback:${from}`, MOST_AN_HOUR, hours(1), now);
    if (allowed.outcome === "slow_down") return allowed;
    const orderId = links.read(shop, token, now);
    const about = orderId && (await reads.caseById(shop, caseId));
    if (!about || about.orderId !== orderId) return { outcome: "not_found" };
    if (score === null || !Number.isInteger(score) || score < 1 || score > 5) return { outcome: "asked", orderName: about.orderName };
    const said = words.replaceAll("\0", "").trim().slice(0, LONGEST_FEEDBACK) || null;
    await transact(async (store) => {
      const one = await store.cases.find(shop, caseId);
      if (one === null || (await store.cases.keepFeedback(shop, caseId, { score, words: said, at: now })) === "known") return;
      await store.cases.tell(shop, [{ caseId, key: `feedback:${now}`, at: now, by: "shopper", kind: "feedback", text: `${score} of 5${said === null ? "." : `: ${said}`}`, body: { score } }]);
    });
    return { outcome: "thanked" };
  };
