import type { FlowAsk } from "#app/contracts/flow-actions.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { changeCase } from "#app/domain/workflows/cases/change-case.ts";
import type { Store } from "../../ports.ts";
import type { ShopModels } from "../../queries/shop-model.ts";
import { advanceJourneys } from "../advance-journeys.ts";
import { closeAll } from "../resolve-case.ts";
import { done, later, sorry, UNKNOWN_ORDER, type FlowDone } from "./flow-answers.ts";

type About = Omit<FlowAsk, "wish">;

/** Closes every open case of the order. None open is a success too: the wish is already true. */
export const resolveCases = async (store: Store, { shop, orderId, run }: About, resolution: string, now: Instant): Promise<FlowDone> => {
  const closed = await closeAll(store, shop, await store.cases.openOfOrder(shop, orderId), { by: "flow", resolution, at: now }, `flow:${run}`);
  return done({ resolved: closed.length });
};

/** Gives the order's open cases to somebody of the team, or to a team. */
export const assignCases = async (store: Store, { shop, orderId, run }: About, to: string, now: Instant): Promise<FlowDone> => {
  const { cases: settings } = await store.work.of(shop);
  const called = to.toLowerCase();
  const member = settings.members.find(({ name, email, id }) => [name.toLowerCase(), email?.toLowerCase(), id].includes(called));
  const team = settings.members.find((one) => one.team.toLowerCase() === called)?.team;
  if (member === undefined && team === undefined) {
    return sorry(settings.members.length === 0 ? "Nobody is of the team yet. Add people on the team page of Hither." : `Nobody of the team and no team is called "${to.slice(0, 80)}". There are: ${[...new Set(settings.members.flatMap((one) => [one.name, one.team]))].join(", ").slice(0, 400)}.`);
  }
  const open = await store.cases.openOfOrder(shop, orderId);
  if (open.length === 0) return sorry("The order has no open case that could be given to anybody.");
  const author = { by: `flow:${run}`, at: now, key: `flow:${run}`, settings };
  const changed = open.map((one) => changeCase(one, { kind: "assign", memberId: member?.id ?? null, team: member === undefined ? (team ?? null) : null }, author)).flatMap((one) => (one.outcome === "changed" ? [one] : []));
  await store.cases.save(changed.map((one) => one.case));
  await store.cases.tell(shop, changed.flatMap(({ events }) => events));
  return done({ assigned: changed.length, to: member?.name ?? team ?? to });
};

/** Plans a message to the shopper. The words stay with the run and are read when it is sent. */
export const notifyCustomer = async (store: Store, { shop, orderId, run }: About, message: string, email: string | null, now: Instant): Promise<FlowDone> => {
  const [journey] = await store.journeys.load(shop, [orderId]);
  if (journey?.order == null) return later(UNKNOWN_ORDER);
  if (email === null) return sorry("The order has no e-mail address we may use.");
  await store.outbox.add(shop, [{ key: `flow:${run}:email`, intent: { kind: "write_shopper", orderId, run } }], now);
  return { ...done({ queued: true }), words: message };
};

/** Looks at the order again as it stands now: dates, decisions and what follows from them. */
export const recalculate = async (store: Store, { shop, orderId }: About, models: ShopModels, now: Instant): Promise<FlowDone> => {
  const [before] = await store.journeys.load(shop, [orderId]);
  if (before?.order == null) return later(UNKNOWN_ORDER);
  await advanceJourneys(store, shop, new Map([[orderId, []]]), { models, now, mode: "live" });
  const [after] = await store.journeys.load(shop, [orderId]);
  const days = Object.values(after?.estimates ?? {}).flatMap((one) => (one.kind === "window" ? [one.latest] : []));
  return done({ recalculated: true, latest: days.toSorted().at(-1) ?? "" });
};
