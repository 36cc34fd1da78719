import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { toast } from "../toast.ts";
import type { WebhooksAnswer } from "./webhooks-answer.ts";

const said = (answer: WebhooksAnswer): string | null => {
  switch (answer.outcome) {
    case "made": return "Endpoint added";
    case "rotated": return "New secret made";
    case "saved": return "Saved";
    case "sending": return answer.count === 0 ? "Nothing to send again" : answer.count === 1 ? "Message on its way" : `${answer.count} messages on their way`;
    case "not_found": return "It was removed meanwhile";
    case "invalid": return null;
  }
};

/** Sends a wish to the page's action and says in a toast what came of it. */
export const useWebhooks = (): { readonly busy: boolean; readonly answer: WebhooksAnswer | null; readonly send: (wish: Readonly<Record<string, string | boolean | readonly string[]>>) => void } => {
  const fetcher = useFetcher<WebhooksAnswer>();
  const answer = fetcher.data ?? null;
  const busy = fetcher.state !== "idle";
  useEffect(() => {
    const words = busy || answer === null ? null : said(answer);
    if (words !== null) toast(words);
  }, [answer, busy]);
  return { busy, answer: busy ? null : answer, send: (wish) => fetcher.submit(wish as never, { method: "post", encType: "application/json" }) };
};
