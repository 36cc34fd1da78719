import type { ActKind, ActRequest, ActState } from "#app/domain/workflows/acts/act.ts";
import type { ActId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ActLimits } from "#app/domain/workflows/acts/act-limits.ts";

/** What an act is about. `shipmentId` null: the whole order. */
export type ActAbout = { readonly orderId: string; readonly shipmentId: string | null; readonly caseId: string | null };

/** Every order that is still in an incident. */
export type EveryOrder = { readonly incidentId: string };

/** One act as pages show it. Moments in ISO 8601, UTC. */
export type ActRow = ActAbout & {
  readonly id: string; readonly orderName: string | null; readonly kind: ActKind; readonly what: string; readonly by: string; readonly state: ActState;
  readonly askedAt: string; readonly dueAt: string; readonly endedAt: string | null; readonly cost: string | null; readonly result: string | null; readonly made: string | null;
  readonly undo: "before" | "after" | null; // whether it can be taken back: before it is done, or afterwards
};

/** What a form of an act has to know: what it is about, the currency, the pieces to choose from, and the address as far as it is stored; the street is not. */
export type ActSubject = {
  readonly about: ActAbout | EveryOrder; readonly currency: string;
  readonly pieces: readonly { readonly lineId: string; readonly title: string; readonly quantity: number }[];
  readonly address: { readonly country: string; readonly region: string; readonly city: string; readonly zip: string };
};

/** What the card of acts shows: what fits here, what it is about, and what was done. */
export type ActsView = ActSubject & { readonly about: ActAbout; readonly fitting: readonly ActKind[]; readonly others: readonly ActKind[]; readonly rows: readonly ActRow[] };

/** A page of all acts, with what today's limits leave. */
export type ActsPageView = {
  readonly rows: readonly ActRow[]; readonly next: string | null; readonly previous: string | null;
  readonly currency: string; readonly limits: ActLimits; readonly usedToday: string; readonly ofToday: string | null; readonly automaticToday: number;
};

/** What pages ask of acts. `key`: made once per form, so that sending it twice is one act. `costMinor`: what the preview said that it gives away; it is found out anew before it is done. */
export type ActAsk =
  | { readonly intent: "preview" | "request"; readonly about: ActAbout | EveryOrder; readonly request: ActRequest; readonly key: string; readonly sure: boolean; readonly costMinor?: number | null }
  | { readonly intent: "undo"; readonly id: string }
  | { readonly intent: "undo_all"; readonly key: string } // what still waits of an act for every order
  | { readonly intent: "limits"; readonly limits: ActLimits };

/** What a dry run of an act says. `asks`: what speaks against it, to be confirmed by a person. `costMinor`: in the smallest unit of `currency`. */
export type ActPreview =
  | { readonly outcome: "possible"; readonly says: string; readonly warnings: readonly string[]; readonly asks: string | null; readonly costMinor: number | null; readonly currency: string; readonly undoMinutes: number }
  | { readonly outcome: "impossible"; readonly because: string; readonly field: string | null };

/** What became of the wish. `waiting`: done at `dueAt` unless somebody takes it back. `known`: the key was used before. `ask`: say it again with `sure`. */
export type ActRequested =
  | { readonly outcome: "waiting"; readonly actId: ActId; readonly dueAt: Instant }
  | { readonly outcome: "known"; readonly actId: ActId; readonly state: ActState }
  | { readonly outcome: "ask"; readonly because: string }
  | { readonly outcome: "refused"; readonly because: string; readonly field: string | null }
  | { readonly outcome: "not_found" };

/** What became of taking an act back. `undone`: it was never done, or it is reversed. `already`: somebody was first. */
export type ActUndone = { readonly outcome: "undone"; readonly result: string } | { readonly outcome: "already" } | { readonly outcome: "too_late"; readonly because: string } | { readonly outcome: "not_found" };

/** What became of saving the limits; `errors` in plain words, by field. */
export type LimitsSaved = { readonly outcome: "saved" } | { readonly outcome: "invalid"; readonly errors: Readonly<Record<string, string>> };
