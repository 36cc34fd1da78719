import type { CaseId, ShopId } from "#app/domain/shared/ids.ts";
import { authorOf } from "#app/domain/workflows/cases/case-settings.ts";
import type { Clock, Transact } from "../../ports.ts";
import type { ClaimAnswered } from "./change-claims.ts";

/** Notes that somebody asked the carrier, with the words they took; once per `key`. The case then counts as moved. */
export const noteAsked =
  ({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }) =>
  ({ shop, caseId, carrier, userId, key }: { readonly shop: ShopId; readonly caseId: CaseId; readonly carrier: string; readonly userId: string | null; readonly key: string }): Promise<ClaimAnswered> =>
    transact(async (store): Promise<ClaimAnswered> => {
      const one = await store.cases.find(shop, caseId);
      if (one === null) return { outcome: "refused", because: "This case does not exist any more." };
      const at = clock();
      const { cases: settings } = await store.work.of(shop);
      const text = `${carrier} was asked.`;
      await store.cases.tell(shop, [{ caseId, key: `asked_carrier:${key}`, at, by: authorOf(settings, userId), kind: "asked_carrier", text }]);
      if (one.status !== "resolved") await store.cases.save([{ ...one, movedAt: at }]);
      return { outcome: "changed", text };
    });
