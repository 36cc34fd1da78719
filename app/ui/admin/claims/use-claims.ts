import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { toast } from "../toast.ts";
import type { ClaimAnswer, ClaimWishAsked } from "./claim-answer.ts";

/** Where what is said of claims is posted. */
const CLAIMS = "/app/claims?index";

/** Says something of a case's claim, or that its carrier was asked. `onDone` is called once it is kept. */
export const useClaims = (onDone?: () => void): { readonly busy: boolean; readonly fault: string | null; readonly say: (caseId: string, wish: ClaimWishAsked) => void; readonly asked: (caseId: string, carrier: string) => void } => {
  const fetcher = useFetcher<ClaimAnswer>();
  const busy = fetcher.state !== "idle";
  const answer = fetcher.data;
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; }, [onDone]);
  useEffect(() => {
    if (fetcher.state !== "idle" || answer?.outcome !== "changed") return;
    toast("Kept");
    done.current?.();
  }, [answer, fetcher.state]);
  const submit = (body: object) => {
    if (!busy) fetcher.submit({ ...body, key: crypto.randomUUID() } as never, { method: "post", action: CLAIMS, encType: "application/json" });
  };
  return {
    busy, fault: !busy && answer?.outcome === "refused" ? answer.because : null,
    say: (caseId, wish) => submit({ intent: "say", caseId, wish }), asked: (caseId, carrier) => submit({ intent: "asked", caseId, carrier }),
  };
};
