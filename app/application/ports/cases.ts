import type { CasePage, CaseQuery, CaseRecord, CaseSummary } from "#app/contracts/case-views.ts";
import type { CaseId, MemberId, OrderId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import type { CaseAbout, Load } from "#app/domain/workflows/cases/assign.ts";
import type { CaseEvent } from "#app/domain/workflows/cases/case-event.ts";
import type { CaseTrail } from "#app/domain/workflows/cases/watch-case.ts";

/** A case somebody has to look at now, with what looking needs. */
export type DueCase = { readonly case: Case; readonly about: CaseAbout; readonly trail: CaseTrail };

/** What a shopper said when it was over. `score`: 1, not at all content, to 5. */
export type Feedback = { readonly score: number; readonly words: string | null; readonly at: Instant };

/** The cases of a transaction. Every written case is due to be looked at once, at once. */
export interface CaseStore {
  find(shop: ShopId, id: CaseId): Promise<Case | null>; // locked for this transaction
  openOfOrder(shop: ShopId, order: OrderId): Promise<readonly Case[]>; // locked for this transaction
  save(cases: readonly Case[]): Promise<void>;
  tell(shop: ShopId, events: readonly CaseEvent[]): Promise<void>; // a known key is left as it is
  /** How many unresolved cases each member has. */
  load(shop: ShopId): Promise<Load>;
  /** Takes cases whose time to be looked at has come, longest due first, locked for this transaction; other workers skip them. */
  takeDue(limit: number, now: Instant): Promise<readonly DueCase[]>;
  /** When to look at each again; null: never. */
  lookAgain(shop: ShopId, when: readonly { readonly id: CaseId; readonly at: Instant | null }[]): Promise<void>;
  /** Looks at every case nobody owns, because there may be somebody now. */
  lookAtUnowned(shop: ShopId, now: Instant): Promise<void>;
  /** Keeps what a shopper said of a case, instead of what they said before. `known`: they had said exactly this. */
  keepFeedback(shop: ShopId, id: CaseId, feedback: Feedback): Promise<"kept" | "known">;
}

/** Cases as pages show them. Reads without a transaction. */
export interface CaseReads {
  /** Due first; resolved ones, the latest first. A malformed cursor reads as the first page. */
  list(shop: ShopId, query: CaseQuery & { readonly after: string | null; readonly before: string | null; readonly limit: number }): Promise<CasePage>;
  /** How many cases each tab holds, and how the last 30 days went. */
  summary(shop: ShopId, mine: MemberId | null, now: Instant): Promise<CaseSummary>;
  /** One case with its story; null when this shop has none of that id. */
  detail(shop: ShopId, id: CaseId): Promise<CaseRecord | null>;
  /** The words of one line of a story, for what is sent later; null when it is gone. */
  words(shop: ShopId, id: CaseId, key: string): Promise<string | null>;
}
