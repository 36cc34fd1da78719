import type { PastOrder } from "#app/domain/journeys/replay/past-order.ts";
import type { ReplayResult } from "#app/domain/journeys/replay/replay-result.ts";
import type { SideKnowledge } from "#app/domain/journeys/replay/replay-side.ts";
import type { Instant } from "#app/domain/shared/time.ts";

/** What a thread is told when it begins. */
export type WhatToPlay = { readonly known: readonly [SideKnowledge, SideKnowledge]; readonly until: Instant };
/** Orders a thread is asked to play. */
export type PartToPlay = { readonly part: number; readonly orders: readonly PastOrder[] };
/** What came of them. */
export type ReplayPart = { readonly part: number; readonly result: ReplayResult };
