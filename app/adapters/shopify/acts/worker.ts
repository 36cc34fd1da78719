import type { CarriedOut, Errand } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { ActKind, ActRequest } from "#app/domain/workflows/acts/act.ts";
import type { AdminClient, Answer } from "../admin/client.ts";
import { failure, refused, wordsOf } from "../admin-failure.ts";

/** An errand whose request is of one kind. */
export type ErrandOf<K extends ActKind> = Omit<Errand, "act"> & { readonly act: Omit<Errand["act"], "request"> & { readonly request: Extract<ActRequest, { kind: K }> } };
/** What came of looking for an act. */
export type FoundOut = CarriedOut | { readonly outcome: "not_done" };
/** How one kind of act is done, and how it is found again after a lost answer. */
export type Worker<K extends ActKind> = {
  readonly carryOut: (client: AdminClient, shop: ShopId, errand: ErrandOf<K>) => Promise<CarriedOut>;
  readonly findOut: (client: AdminClient, shop: ShopId, errand: ErrandOf<K>) => Promise<FoundOut>;
};

/** Nothing has to be found again: doing it once more changes nothing. */
export const harmless = async (): Promise<FoundOut> => ({ outcome: "not_done" });

type UserError = { readonly field: readonly string[] | null; readonly message: string; readonly code?: string | null };

/** Shopify's answer to a change: what it made, or the failure. `tolerated`: codes that mean that it is so already. */
export const changed = <Data, Payload extends object>(answer: Answer<Data>, payload: (data: Data) => Payload | null, errors: (payload: Payload) => readonly UserError[], tolerated: readonly string[] = []) => {
  if (answer.outcome !== "answered") return failure(answer);
  const made = payload(answer.data);
  if (made === null) return refused("Shopify changed nothing and did not say why.");
  const serious = errors(made).filter(({ code }) => !tolerated.includes(code ?? ""));
  return serious.length > 0 ? refused(wordsOf(serious)) : ({ outcome: "changed", made } as const);
};
