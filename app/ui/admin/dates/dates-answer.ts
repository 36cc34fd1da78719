import type { PastFileOutcome, PreviewView, PromiseSaved } from "#app/contracts/dates-views.ts";

/** Answer of the action behind the promise settings; `of` names the draft a preview is about. */
export type PromiseAnswer =
  | ({ readonly intent: "save" } & PromiseSaved)
  | { readonly intent: "preview"; readonly of: string; readonly preview: PreviewView }
  | ({ readonly intent: "import"; readonly name: string } & PastFileOutcome)
  | { readonly intent: "forget"; readonly outcome: "forgotten" };

/** Answer of the action behind the reliability report. */
export type ReportAnswer = { readonly intent: "refit"; readonly outcome: "asked" };
