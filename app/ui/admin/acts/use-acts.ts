import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ActAsk } from "#app/contracts/act-views.ts";
import { toast } from "../toast.ts";
import type { ActAnswer } from "./act-answer.ts";

/** Where acts are posted, whatever page asks for them. */
const ACTS = "/app/acts";

/** Asks for previews and acts, and takes acts back, from any page. `onWaiting` is called when an act was asked for. */
export const useActs = (onWaiting?: () => void): { readonly busy: boolean; readonly ask: (asked: ActAsk) => void; readonly answer: ActAnswer | undefined } => {
  const fetcher = useFetcher<ActAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = fetcher.data;
  const done = useRef(onWaiting);
  useEffect(() => { done.current = onWaiting; }, [onWaiting]);
  useEffect(() => {
    if (fetcher.state !== "idle" || answer === undefined) return;
    if (answer.intent === "request" && (answer.outcome === "waiting" || answer.outcome === "known")) {
      toast("Asked for");
      done.current?.();
    }
    if (answer.intent === "undo" && answer.outcome === "undone") toast("Taken back");
    if (answer.intent === "limits" && answer.outcome === "saved") toast("Limits saved");
  }, [answer, fetcher.state]);
  return {
    busy, answer: busy ? undefined : answer,
    ask: (asked) => {
      if (!busy) fetcher.submit(asked as never, { method: "post", action: ACTS, encType: "application/json" });
    },
  };
};
