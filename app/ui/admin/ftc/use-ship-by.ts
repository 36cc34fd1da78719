import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { toast } from "../toast.ts";
import type { ShipByAnswer } from "./ship-by-answer.ts";

/** What a card asks of a clock. `revisedOn`: an ISO date, empty for none. */
export type ShipByWish = { readonly kind: "offer"; readonly revisedOn: string; readonly reason: string; readonly told: boolean } | { readonly kind: "answered"; readonly answer: "wait" | "cancel" };

const NO_ERRORS: Readonly<Record<string, string>> = {};

/** Asks shoppers, notes their answers and saves the settings, from any page. `onDone` is called once it is kept. */
export const useShipBy = (onDone?: () => void): { readonly busy: boolean; readonly fault: string | null; readonly errors: Readonly<Record<string, string>>; readonly ask: (caseId: string, wish: ShipByWish) => void; readonly save: (settings: object) => void } => {
  const fetcher = useFetcher<ShipByAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = busy ? undefined : fetcher.data;
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; }, [onDone]);
  useEffect(() => {
    if (answer?.outcome !== "changed" && answer?.outcome !== "saved") return;
    toast(answer.outcome === "saved" ? "Saved" : "Kept");
    done.current?.();
  }, [answer]);
  const submit = (body: object) => {
    if (!busy) fetcher.submit(body as never, { method: "post", action: "/app/ship-by", encType: "application/json" });
  };
  return {
    busy, fault: answer?.outcome === "refused" ? answer.because : null, errors: answer?.outcome === "invalid" ? answer.errors : NO_ERRORS,
    ask: (caseId, wish) => submit({ intent: "ask", caseId, wish, key: crypto.randomUUID() }), save: (settings) => submit({ intent: "save", settings }),
  };
};
