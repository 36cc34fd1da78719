import type { ActPreview, ActRequested, ActUndone, LimitsSaved } from "#app/contracts/act-views.ts";

/** What the route of acts answers. */
export type ActAnswer = ({ readonly intent: "preview" } & ActPreview) | ({ readonly intent: "request" } & ActRequested) | ({ readonly intent: "undo" } & ActUndone) | ({ readonly intent: "limits" } & LimitsSaved);
