import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Case } from "#app/domain/workflows/case.ts";
import { claimKindOf } from "#app/domain/workflows/claims/claim-kind.ts";
import type { Store } from "../../ports.ts";
import { parcelOf } from "./change-claims.ts";

/** Begins the claims of cases whose trouble carriers pay for, and has known ones looked at anew; their orders must be locked. A resolved case keeps its claim: the shopper has got theirs, the carrier still owes. */
export const beginClaims = (store: Pick<Store, "claims">, shop: ShopId, cases: readonly Case[], now: Instant): Promise<void> =>
  store.claims.begin(shop, cases.flatMap(({ id: caseId, orderId, mergedInto, ...one }) => {
    const kind = claimKindOf(one.category);
    const shipmentId = parcelOf(one.shipmentId);
    return kind === null || shipmentId === null || orderId === null || mergedInto !== null ? [] : [{ caseId, orderId, shipmentId, kind }];
  }), now);
