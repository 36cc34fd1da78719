import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Clock, SourceReads } from "../ports.ts";

/** Notes that a merchant reported a status nobody could read. */
export const reportUnknown =
  ({ sources, clock }: { readonly sources: Pick<SourceReads, "markReported">; readonly clock: Clock }) =>
  async (shop: ShopId, id: string): Promise<{ readonly outcome: "reported" } | { readonly outcome: "not_found" }> =>
    ({ outcome: (await sources.markReported(shop, id, clock())) === null ? "not_found" : "reported" });
