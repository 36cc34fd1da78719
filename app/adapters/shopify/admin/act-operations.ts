import {
  ActCodeDocument, ActCreditsDocument, ActDraftDocument, ActDraftsDocument, ActOrderDocument, ActOrderWithheldDocument, ActRefundsDocument, ActReturnableDocument, ActReturnsDocument, ActStockDocument, AddTagsDocument,
  CancelOrderDocument, CompleteDraftDocument, CreateCodeDocument, CreateDraftDocument, DeactivateCodeDocument, GiveCreditDocument, HoldFulfillmentDocument, OpenReturnDocument, RefundDocument, ReleaseFulfillmentDocument,
  RemoveTagsDocument, ReturnReasonsDocument, SuggestRefundDocument, UpdateOrderDocument,
} from "./operations.generated.ts";
import { mutation, query } from "./operation.ts";

export const ACT_ORDER = query(ActOrderDocument, 27);
export const ACT_ORDER_WITHHELD = query(ActOrderWithheldDocument, 27);
export const ACT_STOCK = query(ActStockDocument, 30);
export const ACT_RETURNABLE = query(ActReturnableDocument, 127);
export const SUGGEST_REFUND = query(SuggestRefundDocument, 4);
export const ACT_REFUNDS = query(ActRefundsDocument, 2);
export const ACT_RETURNS = query(ActReturnsDocument, 45);
export const ACT_DRAFTS = query(ActDraftsDocument, 8);
export const ACT_DRAFT = query(ActDraftDocument, 2);
export const ACT_CREDITS = query(ActCreditsDocument, 43);
export const ACT_CODE = query(ActCodeDocument, 2);
export const RETURN_REASONS = query(ReturnReasonsDocument, 11);

/** Repeatable: it sets the same values again. */
export const UPDATE_ORDER = mutation(UpdateOrderDocument, true);
/** Repeatable: a hold that exists under its handle is answered as a duplicate. */
export const HOLD_FULFILLMENT = mutation(HoldFulfillmentDocument, true);
/** Repeatable: what is released stays so. */
export const RELEASE_FULFILLMENT = mutation(ReleaseFulfillmentDocument, true);
/** Not repeatable: each makes another draft. A lost answer is looked up by the act's tag. */
export const CREATE_DRAFT = mutation(CreateDraftDocument, false);
/** Not repeatable without looking: a draft is completed once, and the second time is answered with an error. */
export const COMPLETE_DRAFT = mutation(CompleteDraftDocument, false);
/** Repeatable: the same key is the same refund. */
export const REFUND = mutation(RefundDocument, true);
/** Not repeatable: each gives the money again. */
export const GIVE_CREDIT = mutation(GiveCreditDocument, false);
/** Repeatable: a code that exists is answered as taken. */
export const CREATE_CODE = mutation(CreateCodeDocument, true);
/** Repeatable: it stays off. */
export const DEACTIVATE_CODE = mutation(DeactivateCodeDocument, true);
/** Not repeatable: each opens another return while pieces are left. */
export const OPEN_RETURN = mutation(OpenReturnDocument, false);
/** Not repeatable without looking: the second time is answered with an error. */
export const CANCEL_ORDER = mutation(CancelOrderDocument, false);
/** Repeatable: a tag is there once. */
export const ADD_TAGS = mutation(AddTagsDocument, true);
/** Repeatable: what is gone is gone. */
export const REMOVE_TAGS = mutation(RemoveTagsDocument, true);

export const ACT_OPERATIONS = {
  ACT_ORDER, ACT_ORDER_WITHHELD, ACT_STOCK, ACT_RETURNABLE, SUGGEST_REFUND, ACT_REFUNDS, ACT_RETURNS, ACT_DRAFTS, ACT_DRAFT, ACT_CREDITS, ACT_CODE, RETURN_REASONS, UPDATE_ORDER, HOLD_FULFILLMENT, RELEASE_FULFILLMENT,
  CREATE_DRAFT, COMPLETE_DRAFT, REFUND, GIVE_CREDIT, CREATE_CODE, DEACTIVATE_CODE, OPEN_RETURN, CANCEL_ORDER, ADD_TAGS, REMOVE_TAGS,
} as const;
