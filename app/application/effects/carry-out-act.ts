import { assertNever } from "#app/domain/shared/brand.ts";
import type { ActId, ShopId } from "#app/domain/shared/ids.ts";
import { minutes, plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import type { Act } from "#app/domain/workflows/acts/act.ts";
import { codeOf } from "#app/domain/workflows/acts/act-mark.ts";
import { isAutomatic } from "#app/domain/workflows/acts/asked-by.ts";
import { judgeAct } from "#app/domain/workflows/acts/judge-act.ts";
import { weighAct } from "#app/domain/workflows/acts/weigh-act.ts";
import { endAct } from "../commands/acts/end-act.ts";
import { startOfToday } from "../commands/acts/request-act.ts";
import { ATTEMPTS, retry, type Effect } from "../commands/dispatch-outbox.ts";
import type { ActReads, ActsAtShopify, CarriedOut, Clock, DispatchResult, Errand, KeptAct, Made, OutboxItem, Store, Transact } from "../ports.ts";
import { standingOf, type Standing } from "../queries/acts/standing.ts";

/** What carrying an act out needs of the outside. */
export type CarryOutPorts = { readonly acts: ActsAtShopify; readonly actReads: Pick<ActReads, "parcel">; readonly transact: Transact; readonly clock: Clock };

/** Longer than all calls of one act can take with every pause Shopify asks for. While it lasts nobody else takes the act up: two at once could both find that it is not done. */
const BUSY = minutes(5);
const UNKNOWN = "Shopify did not answer for hours, and it is not known whether it was done. Look at the order before you ask for it again.";

type Stands = Extract<Standing, { outcome: "stands" }>;
/** `go`: this attempt may call Shopify. `repeat`: an earlier one may have. */
type Claim = { readonly kind: "go"; readonly act: KeptAct; readonly repeat: boolean; readonly othersMade: readonly string[] } | { readonly kind: "stop"; readonly result: DispatchResult };

const stop = (result: DispatchResult): Claim => ({ kind: "stop", result });
const over = (because: string): DispatchResult => ({ outcome: "skipped", because });

/**
 * Carries an act out, once, whatever breaks: its row says `running` before Shopify is called, and whoever finds it so asks Shopify first what came of it.
 * The guard judges here, under the shop's lock, by what it really costs now.
 */
export const carryOutAct =
  (ports: CarryOutPorts): Effect<"carry_out_act"> =>
  async (item, { actId: id }, now) => {
    const result = await attempt(ports, item, id, now);
    if (result.outcome !== "retry" || item.attempts < ATTEMPTS) return result;
    await end(ports, item.shop, id, { state: "refused", result: UNKNOWN, made: undefined });
    return { outcome: "failed", because: UNKNOWN };
  };

const attempt = async (ports: CarryOutPorts, item: OutboxItem, id: ActId, now: Instant): Promise<DispatchResult> => {
  const { shop } = item;
  const known = await ports.transact((store) => store.acts.find(shop, id));
  if (!known) return over("The act is not known any more.");
  const gone = notNow(known, now);
  if (gone !== null) return gone;
  const standing = await standingOf(ports, shop, known);
  switch (standing.outcome) {
    case "unavailable": return retry(item, standing.because, now, standing.retryAt);
    case "gone": case "refused": case "unauthorised": return refuse(ports, shop, id, standing.because);
    case "stands": break;
    default: return assertNever(standing);
  }
  const claim = await ports.transact((store) => claimAct(store, shop, id, standing, ports.clock()));
  return claim.kind === "stop" ? claim.result : perform(ports, item, claim, standing);
};

/** Why the act is not to be done now, as far as its row says. */
const notNow = (act: KeptAct, now: Instant): DispatchResult | null => {
  switch (act.state) {
    case "done": return over("It was done already.");
    case "undone": return over("It was taken back in time.");
    case "refused": return over(act.result ?? "It was refused.");
    case "waiting": return now < act.dueAt ? { outcome: "retry", because: "It can still be taken back.", at: act.dueAt } : null;
    case "running": return act.busyUntil !== null && now < act.busyUntil ? { outcome: "retry", because: "Somebody is at it.", at: act.busyUntil } : null;
    default: return assertNever(act.state);
  }
};

/** Judges the act and takes it up, in one transaction under the lock of the shop's acts. */
const claimAct = async (store: Store, shop: ShopId, id: ActId, standing: Stands, now: Instant): Promise<Claim> => {
  await store.acts.lock(shop);
  const act = await store.acts.find(shop, id);
  if (!act) return stop(over("The act is not known any more."));
  const gone = notNow(act, now);
  if (gone !== null) return stop(gone);
  const others = await store.acts.madeForShopper(shop, act, act.startedAt ?? act.askedAt);
  const taken = { ...act, state: "running", startedAt: act.startedAt ?? now, busyUntil: plus(now, BUSY) } as const;
  if (act.state === "running") {
    await store.acts.save(taken);
    return { kind: "go", act: taken, repeat: true, othersMade: others.gids };
  }
  if (others.running.some(({ request }) => isTwin(request, act.request))) return stop({ outcome: "retry", because: "The same credit is being given to this shopper by another act; the two are told apart by their order.", at: plus(now, seconds(30)) });
  const weighed = weighAct({ request: act.request, ...standing, code: codeOf(id) });
  const spent = await store.acts.spent(shop, act, await startOfToday(store, shop, now), now);
  const { acts: limits } = await store.work.of(shop);
  const cost = weighed.possible ? weighed.costMinor : null;
  const verdict = spent && judgeAct({ request: act.request, shipmentId: act.shipmentId, costMinor: cost }, spent, limits, { by: act.by, sure: !isAutomatic(act.by) });
  const no = !weighed.possible ? weighed.because : verdict === null ? "Hither does not know this order." : verdict.verdict === "allowed" ? null : verdict.because;
  if (no !== null) {
    await endAct(store, shop, id, { state: "refused", result: no, made: undefined }, now);
    return stop({ outcome: "failed", because: no });
  }
  const going: KeptAct = { ...taken, costMinor: cost, currency: standing.order.currency, made: madeBefore(act, standing) };
  await store.acts.save(going);
  return { kind: "go", act: going, repeat: false, othersMade: others.gids };
};

/** Two credits of one amount to one shopper cannot be told apart at Shopify while both run. */
const isTwin = (a: Act["request"], b: Act["request"]): boolean => a.kind === "store_credit" && b.kind === "store_credit" && a.amountMinor === b.amountMinor;

/** Which tags are new is known before they are added and not after. */
const madeBefore = ({ request, made }: Act, { order }: Stands): Made | null =>
  request.kind === "tag" ? { label: request.tags.filter((tag) => !order.tags.includes(tag)).join(", "), gid: order.gid } : made;

const perform = async (ports: CarryOutPorts, item: OutboxItem, { act, repeat, othersMade }: Extract<Claim, { kind: "go" }>, standing: Stands): Promise<DispatchResult> => {
  const { shop } = item;
  let errand: Errand = { act, startedAt: act.startedAt ?? act.askedAt, order: standing.order, lines: standing.lines, suggestion: standing.suggestion, othersMade };
  let next: CarriedOut | { readonly outcome: "not_done" } = repeat ? await ports.acts.findOut(shop, errand) : { outcome: "not_done" };
  for (let step = 0; step < 3; step += 1) {
    if (next.outcome === "begun") {
      const made = await keepFirst(ports, shop, act.id, next.made);
      errand = { ...errand, act: { ...errand.act, made } };
    } else if (next.outcome !== "not_done") break;
    next = await ports.acts.carryOut(shop, errand);
  }
  switch (next.outcome) {
    case "done": {
      await end(ports, shop, act.id, { state: "done", result: next.result, made: next.made });
      return { outcome: "sent", detail: next.result };
    }
    case "refused": case "unauthorised": return refuse(ports, shop, act.id, next.because);
    case "unavailable": case "begun": case "not_done": {
      await ports.transact((store) => putDown(store, shop, act.id));
      const now = ports.clock();
      return next.outcome === "unavailable" ? retry(item, next.because, now, next.retryAt) : retry(item, "Shopify has not finished it.", now);
    }
    default: return assertNever(next);
  }
};

/** Keeps what the first step made. Once something is kept nothing replaces it: only that is ever completed. */
const keepFirst = ({ transact }: CarryOutPorts, shop: ShopId, id: ActId, made: Made): Promise<Made> =>
  transact(async (store) => {
    await store.acts.lock(shop);
    const act = await store.acts.find(shop, id);
    if (!act) return made;
    const kept = act.made ?? made;
    await store.acts.save({ ...act, made: kept });
    return kept;
  });

/** Nobody is at it any more; what came of it is for the next attempt to find out. */
const putDown = async (store: Store, shop: ShopId, id: ActId): Promise<void> => {
  await store.acts.lock(shop);
  const act = await store.acts.find(shop, id);
  if (act?.state === "running") await store.acts.save({ ...act, busyUntil: null });
};

type Ended = Parameters<typeof endAct>[3];
const end = ({ transact, clock }: CarryOutPorts, shop: ShopId, id: ActId, ended: Ended): Promise<void> => transact((store) => endAct(store, shop, id, ended, clock()));

const refuse = async (ports: CarryOutPorts, shop: ShopId, id: ActId, because: string): Promise<DispatchResult> => {
  await end(ports, shop, id, { state: "refused", result: because, made: undefined });
  return { outcome: "failed", because };
};
