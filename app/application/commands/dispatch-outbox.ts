import { assertNever } from "#app/domain/shared/brand.ts";
import { minutes, plus, seconds, type Instant } from "#app/domain/shared/time.ts";
import type { Intent } from "#app/domain/workflows/intent.ts";
import type { Clock, DispatchResult, Log, OutboxItem, Transact } from "../ports.ts";

/** Carries out one intent. Runs at least once, so each either tolerates repetition or has a key at the other end. */
export type Effect<K extends Intent["kind"]> = (item: OutboxItem, intent: Extract<Intent, { kind: K }>, now: Instant) => Promise<DispatchResult>;
export type Effects = { readonly [K in Intent["kind"]]: Effect<K> };

/** What sending needs of the outside. */
export type DispatchPorts = { readonly transact: Transact; readonly effects: Effects; readonly clock: Clock; readonly log: Log };

const LEASE = minutes(2);
/** After so many attempts an effect is given up. */
export const ATTEMPTS = 12;
/** A parcel no feed watches is never heard of: a vendor's outage is waited out for four days, about an hour between attempts. */
const ATTEMPTS_TO_REGISTER = 110;
const attemptsFor = ({ kind }: Intent): number => (kind === "register_tracker" ? ATTEMPTS_TO_REGISTER : ATTEMPTS);

/** Sends what the outbox holds. An item leased by a process that died is due again when its lease runs out. */
export const dispatchOutbox =
  ({ transact, effects, clock, log }: DispatchPorts) =>
  async (limit: number): Promise<{ readonly dispatched: number }> => {
    const taken = clock();
    const items = await transact((store) => store.outbox.claim(limit, taken, plus(taken, LEASE)));
    await Promise.all(items.map(async (item) => {
      const result = await carryOut(effects, item, clock()).catch((fault: unknown): DispatchResult => retry(item, fault instanceof Error ? fault.message : String(fault), clock()));
      const final = result.outcome === "retry" && item.attempts >= attemptsFor(item.intent) ? { outcome: "failed", because: `${result.because} (gave up after ${item.attempts} attempts)` } as const : result;
      const kept = await transact((store) => store.outbox.settle(item, final, clock()));
      const line = log.for(item.shop);
      const fields = { kind: item.intent.kind, key: item.key, outcome: final.outcome, attempts: item.attempts, because: "because" in final ? final.because : null };
      if (!kept) line.warn("outbox.lease_lost", fields);
      else if (final.outcome === "failed" || final.outcome === "retry") line.warn("outbox.not_sent", fields);
      else line.info("outbox.settled", fields);
    }));
    return { dispatched: items.length };
  };

/** Doubles from 5 seconds to an hour. */
export const retry = ({ attempts }: Pick<OutboxItem, "attempts">, because: string, now: Instant, notBefore: Instant | null = null): DispatchResult => {
  const wait = seconds(Math.min(3600, 5 * 2 ** attempts));
  const at = plus(now, wait);
  return { outcome: "retry", because, at: notBefore !== null && notBefore > at ? notBefore : at };
};

const carryOut = (effects: Effects, item: OutboxItem, now: Instant): Promise<DispatchResult> => {
  const { intent } = item;
  switch (intent.kind) {
    case "email_shopper": return effects.email_shopper(item, intent, now);
    case "reassure_shopper": return effects.reassure_shopper(item, intent, now);
    case "offer_delay": return effects.offer_delay(item, intent, now);
    case "write_shopper": return effects.write_shopper(item, intent, now);
    case "trigger_flow": return effects.trigger_flow(item, intent, now);
    case "post_webhook": return effects.post_webhook(item, intent, now);
    case "deliver_webhook": return effects.deliver_webhook(item, intent, now);
    case "post_slack": return effects.post_slack(item, intent, now);
    case "open_ticket": return effects.open_ticket(item, intent, now);
    case "carry_out_act": return effects.carry_out_act(item, intent, now);
    case "fetch_order": return effects.fetch_order(item, intent, now);
    case "register_tracker": return effects.register_tracker(item, intent, now);
    case "publish_estimate": return effects.publish_estimate(item, intent, now);
    case "publish_dates": return effects.publish_dates(item, intent, now);
    default: return assertNever(intent);
  }
};
