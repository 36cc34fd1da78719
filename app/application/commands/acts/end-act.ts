import type { ActId, ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import { endedIntents } from "#app/domain/workflows/acts/act-intents.ts";
import { actWords } from "#app/domain/workflows/acts/act-words.ts";
import type { KeptAct, Made, Store } from "../../ports.ts";
import { tellCase } from "./tell-case.ts";

/** How an act ended. `made` undefined: what is known already stays. */
export type ActEnd = { readonly state: "done" | "refused" | "undone"; readonly result: string; readonly made: Made | null | undefined };

/** Ends an act once: its row, its case's story, whoever listens, and the order fetched again, all together. What has ended stays as it ended, except that what was done can be undone. */
export const endAct = async (store: Store, shop: ShopId, id: ActId, { state, result, made }: ActEnd, now: Instant): Promise<void> => {
  await store.acts.lock(shop);
  const act = await store.acts.find(shop, id);
  if (!act || !(act.state === "waiting" || act.state === "running" || (act.state === "done" && state === "undone"))) return;
  const ended: KeptAct = { ...act, state, endedAt: now, busyUntil: null, result, made: made === undefined || (made === null && act.request.kind === "tag") ? act.made : made };
  await store.acts.save(ended);
  await store.outbox.add(shop, endedIntents(ended, state), now);
  await tellCase(store, ended, state, sentence(ended, state), now);
};

const sentence = (act: Act, state: ActEnd["state"]): string => {
  const what = actWords(act.request, act.currency ?? "USD");
  switch (state) {
    case "done": return act.result ?? `${what} was done.`;
    case "refused": return `${what} was not done. ${act.result ?? ""}`.trim();
    case "undone": return `${what} was taken back. ${act.result ?? ""}`.trim();
  }
};
