import type { CaseId, IncidentId, MemberId, ShopId } from "../domain/shared/ids.ts";
import type { AssignmentRule, CaseSettings, Member } from "../domain/workflows/cases/case-settings.ts";
import type { CaseWish } from "../domain/workflows/cases/change-case.ts";

/** A wish as somebody signed in has it: they take a case for themselves. */
export type MerchantWish = Exclude<CaseWish, { readonly kind: "take" }> | { readonly kind: "take" } | { readonly kind: "merge"; readonly into: CaseId };

/** Who wants what done with which cases. `userId`: Shopify's number of the staff member; `by`: where somebody else than they says it; `memberId`: who that is, for taking a case. `key`: the same key twice is one line of the story. */
export type CaseChange = { readonly shop: ShopId; readonly ids: readonly CaseId[]; readonly wish: MerchantWish; readonly userId: string | null; readonly by?: string; readonly memberId?: MemberId; readonly key: string };

/** What became of it, case by case, in the order they were named. */
export type CaseResult = { readonly id: CaseId; readonly outcome: "changed" | "unchanged" | "refused"; readonly because: string };

/** Cases one request may be about; each is a transaction of its own. */
export const MOST_CASES = 200;

/** Words for a shopper. `key`: the same key twice is one message. */
export type ShopperWords = { readonly shop: ShopId; readonly caseId: CaseId; readonly text: string; readonly userId: string | null; readonly key: string };

/** Words for everybody whose parcel is still in an incident. `key`: the same key twice is one message each. */
export type IncidentWords = { readonly shop: ShopId; readonly incidentId: IncidentId; readonly text: string; readonly userId: string | null; readonly key: string };
/** What became of it. */
export type IncidentMessageSent = { readonly outcome: "queued"; readonly shoppers: number } | { readonly outcome: "refused"; readonly because: string };

/** What became of the wish to write to a shopper. */
export type MessageSent = { readonly outcome: "queued" } | { readonly outcome: "refused"; readonly because: string };

/** The team form. An empty id is a new member. */
export type TeamDraft = Omit<CaseSettings, "members" | "assignment"> & {
  readonly members: readonly (Omit<Member, "id" | "userId"> & { readonly id: string; readonly isMe: boolean })[]; readonly assignment: readonly AssignmentRule[];
};
