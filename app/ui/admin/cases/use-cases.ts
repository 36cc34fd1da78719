import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { toast } from "../toast.ts";
import { wordResults, type CaseAnswer, type CaseAsk, type CaseOutcome } from "./case-answer.ts";

/** Where changes to cases are posted, whatever page asks for them. */
const CASES = "/app/cases?index";

/** Changes cases from any page. `refused`: what could not be done, of the last attempt; `onDone` is called with results in which something changed. */
export const useCases = (onDone?: (results: readonly CaseOutcome[]) => void): {
  readonly busy: boolean; readonly change: (ids: readonly string[], wish: CaseAsk) => void; readonly message: (caseId: string, text: string) => void;
  readonly refused: readonly CaseOutcome[]; readonly messageFault: string | null; readonly sent: boolean;
} => {
  const fetcher = useFetcher<CaseAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = fetcher.data;
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; }, [onDone]);
  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    if (answer.intent === "message") {
      if (answer.outcome === "queued") toast("Message on its way");
      return;
    }
    if (answer.results.length > 1 || answer.results.every((one) => one.outcome !== "refused")) toast(wordResults(answer.kind, answer.results));
    if (answer.results.some((one) => one.outcome !== "refused")) done.current?.(answer.results);
  }, [answer, fetcher.state]);
  const submit = (body: object) => {
    if (!busy) fetcher.submit({ ...body, key: crypto.randomUUID() } as never, { method: "post", action: CASES, encType: "application/json" });
  };
  return {
    busy, refused: !busy && answer?.intent === "change" ? answer.results.filter((one) => one.outcome === "refused") : [],
    messageFault: !busy && answer?.intent === "message" && answer.outcome === "refused" ? answer.because : null, sent: !busy && answer?.intent === "message" && answer.outcome === "queued",
    change: (ids, wish) => submit({ intent: "change", ids, wish }), message: (caseId, text) => submit({ intent: "message", caseId, text }),
  };
};
