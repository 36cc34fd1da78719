import { GraphQLClient } from "graphql-request";
import { parse as parseLossless, stringify as stringifyLossless } from "lossless-json";
import { assertNever } from "#app/domain/shared/brand.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { latest, plus, seconds, type Duration } from "#app/domain/shared/time.ts";
import type { AdminFailure, Clock, Log } from "#app/application/ports.ts";
import type { Tokens } from "../tokens.ts";
import type { ApiBudget, Bucket } from "./budget.ts";
import type { Operation } from "./operation.ts";
import { replyFrom, replyFromThrown, type Reply } from "./reply.ts";

/** Stable since 2026-10-01, accessible until 2027-10-16 (Shopify's versioning page, read 2026-07). */
export const ADMIN_API_VERSION = "2026-10";

/** `denied`: the shop has not granted a scope or a protected field that the document reads. */
export type Answer<Result> = { readonly outcome: "answered"; readonly data: Result } | { readonly outcome: "denied"; readonly because: string } | AdminFailure;

/** Sends one operation for one shop: throttled, retried where that is safe, never throwing for what Shopify answers. */
export interface AdminClient {
  run<Result, Variables extends object>(shop: ShopId, operation: Operation<Result, Variables>, variables: Variables): Promise<Answer<Result>>;
}

/** What the client works with; time, waiting and chance are given, so that a test can hold them still. */
export type AdminClientDependencies = {
  readonly tokens: Tokens; readonly budget: ApiBudget; readonly fetch: typeof fetch; readonly clock: Clock;
  readonly sleep: (wait: Duration) => Promise<void>;
  readonly random: () => number; // 0 ≤ n < 1
  readonly log: Log;
};

const TIMEOUT_MS = 10_000;
const TRIES = 5;
/** Longer than this a caller does not wait here: the work goes back to its queue with the time at which to come again. */
const PATIENCE = seconds(20);

/** 0.5 s, 1 s, 2 s, 4 s, each between half and whole, so that processes that failed together do not return together. */
const backoff = (attempt: number, random: number): Duration => seconds(0.5 * 2 ** (attempt - 1) * (0.5 + random / 2));

// Ids in a payload are lossless numbers; what comes back is GraphQL, whose ids are text, and so plain parsing is exact.
const serializer = { stringify: (value: unknown): string => stringifyLossless(value) ?? "null", parse: (text: string): unknown => parseLossless(text, null, Number) };

/** The one way Hither speaks to the Admin API, in web and worker alike. */
export const createAdminClient = ({ tokens, budget, fetch, clock, sleep, random, log }: AdminClientDependencies): AdminClient => {
  const unavailable = (because: string, wait: Duration): AdminFailure => ({ outcome: "unavailable", because, retryAt: plus(clock(), wait) });

  const send = async <Result, Variables extends object>(shop: ShopId, { document }: Operation<Result, Variables>, variables: Variables, accessToken: string): Promise<Reply<Result>> => {
    const client = new GraphQLClient(`https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`, {
      fetch, errorPolicy: "all", jsonSerializer: serializer, redirect: "error",
      headers: { accept: "application/json", "x-shopify-access-token": accessToken },
    });
    try {
      return replyFrom<Result>(await client.rawRequest<Result>({ query: String(document), variables, signal: AbortSignal.timeout(TIMEOUT_MS) }));
    } catch (thrown) {
      return replyFromThrown<Result>(thrown);
    }
  };

  const told = async (shop: ShopId, bucket: Bucket | null): Promise<void> => (bucket === null ? undefined : budget.report(shop, bucket, clock()));

  /** Null when the points were granted in time; otherwise how long to stay away. What was slept has passed, also by a clock that was set back meanwhile. */
  const pointsFor = async (shop: ShopId, cost: number): Promise<Duration | null> => {
    const began = clock();
    for (let waited = 0; ; ) {
      const permit = await budget.reserve(shop, cost, latest(clock(), plus(began, waited as Duration)));
      if (permit.outcome === "granted") return null;
      if (waited + permit.ms > PATIENCE) return permit.ms as Duration;
      waited += Math.max(permit.ms, 1);
      await sleep(permit.ms as Duration);
    }
  };

  return {
    run: async (shop, operation, variables) => {
      let rejected: string | undefined;
      for (let attempt = 1; ; attempt += 1) {
        const token = await tokens.of(shop, rejected);
        if (token.outcome !== "token") return token;
        const wait = await pointsFor(shop, operation.cost);
        if (wait !== null) return unavailable("The shop's API limit is used up for now.", wait);

        const reply = await send(shop, operation, variables, token.accessToken);
        switch (reply.kind) {
          case "answered":
            await told(shop, reply.bucket);
            return { outcome: "answered", data: reply.data };
          case "denied":
            await told(shop, reply.bucket);
            return { outcome: "denied", because: reply.because };
          case "refused":
            await told(shop, reply.bucket);
            log.for(shop).error("admin_api.refused", { because: reply.because });
            return { outcome: "refused", because: reply.because };
          case "rejected_token":
            if (rejected !== undefined) return { outcome: "unauthorised", because: "Shopify does not accept the shop's token." };
            rejected = token.accessToken;
            continue;
          case "throttled":
            await told(shop, reply.bucket);
            log.for(shop).warn("admin_api.throttled", { attempt, waitMs: reply.wait });
            if (attempt >= TRIES || reply.wait > PATIENCE) return unavailable("Shopify throttles the shop's requests.", reply.wait);
            await sleep(reply.wait);
            continue;
          case "unsent":
          case "lost": {
            const pause = reply.wait ?? backoff(attempt, random());
            log.for(shop).warn("admin_api.failed", { attempt, because: reply.because });
            const mayRepeat = operation.repeatable || reply.kind === "unsent";
            if (!mayRepeat) return unavailable(`${reply.because} Shopify may have carried it out.`, pause);
            if (attempt >= TRIES || pause > PATIENCE) return unavailable(reply.because, pause);
            await sleep(pause);
            continue;
          }
          default:
            return assertNever(reply);
        }
      }
    },
  };
};
