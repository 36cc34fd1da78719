import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { PreviewView } from "#app/contracts/dates-views.ts";
import type { PromiseAnswer } from "../dates-answer.ts";
import { plainForm, type PromiseForm } from "./promise-form.ts";

/** Milliseconds after the last change. */
const PAUSE = 400;

/** Asks what the form would have done on past orders, whenever it says something else. `preview` stays that of an older form until the answer is in. */
export const usePreview = (form: PromiseForm): { readonly preview: PreviewView | null; readonly current: boolean } => {
  const fetcher = useFetcher<PromiseAnswer>();
  const latest = useRef({ fetcher, form });
  useEffect(() => {
    latest.current = { fetcher, form };
  });
  const of = plainForm(form);
  const wait = useRef(0); // the first is asked for at once
  useEffect(() => {
    const timer = setTimeout(() => {
      latest.current.fetcher.submit({ intent: "preview", of, form: latest.current.form }, { method: "post", encType: "application/json" });
    }, wait.current);
    wait.current = PAUSE;
    return () => clearTimeout(timer);
  }, [of]);
  const answer = fetcher.data?.intent === "preview" ? fetcher.data : null;
  return { preview: answer?.preview ?? null, current: answer?.of === of };
};
