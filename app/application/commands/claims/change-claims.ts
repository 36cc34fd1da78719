import type { CaseId, ShipmentId, ShopId } from "#app/domain/shared/ids.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import { changeClaim, type ClaimWish } from "#app/domain/workflows/claims/change-claim.ts";
import { claimKindOf } from "#app/domain/workflows/claims/claim-kind.ts";
import type { Clock, Transact } from "../../ports.ts";

/** Who says what of which case's claim. `key`: the same key twice is one line of the story. */
export type ClaimAsk = { readonly shop: ShopId; readonly caseId: CaseId; readonly wish: ClaimWish; readonly userId: string | null; readonly key: string };
/** What became of it. */
export type ClaimAnswered = { readonly outcome: "changed"; readonly text: string } | { readonly outcome: "refused"; readonly because: string };

const refused = (because: string): ClaimAnswered => ({ outcome: "refused", because });

/** Keeps what a merchant says of a case's claim. A case that has none yet gets it, where its trouble can be claimed. */
export const changeClaims =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  ({ shop, caseId, wish, userId, key }: ClaimAsk): Promise<ClaimAnswered> =>
    transact(async (store): Promise<ClaimAnswered> => {
      const at = clock();
      const one = await store.cases.find(shop, caseId);
      if (one === null) return refused("This case does not exist any more.");
      const kind = claimKindOf(one.category);
      const parcel = parcelOf(one.shipmentId);
      if (kind === null || one.orderId === null || parcel === null) return refused("There is nothing to claim about such a case.");
      let claim = await store.claims.find(shop, caseId);
      if (claim === null) {
        await store.claims.begin(shop, [{ caseId, orderId: one.orderId, shipmentId: parcel, kind }], at);
        claim = await store.claims.find(shop, caseId);
      }
      if (claim === null) return refused("The claim could not be kept. Try again.");
      const { cases: settings } = await store.work.of(shop);
      const result = changeClaim(claim, wish, { by: authorOf(settings, userId), at, key });
      if (result.outcome === "refused") return refused(result.because);
      await store.claims.save([result.claim]);
      await store.cases.tell(shop, [result.event]);
      return { outcome: "changed", text: result.event.text };
    });

/** The parcel a case is about; null: what has not left, or many at once. */
export const parcelOf = (id: ShipmentId | null): ShipmentId | null => (id === null || id.startsWith("order.") ? null : id);
