import { z } from "zod";
import { shopId } from "#app/domain/shared/ids.ts";

const nothing = z.object({});
const ofShop = z.object({ shop: z.string().transform((text, context) => shopId(text) ?? (context.addIssue("not a shop"), z.NEVER)) });

/** What defines a job: its payload, how often it is tried, how soon it is noticed, when it runs by itself. */
export type JobDefinition<P extends z.ZodType = z.ZodType> = {
  readonly payload: P;
  readonly retries: number; // the queue of record is a table of ours: a job that gives up is made again by the next sweep
  readonly pollSeconds: number; // how long an idle worker of another process may take to notice
  readonly cron?: string; // UTC
};

const job = <P extends z.ZodType>(definition: JobDefinition<P>): JobDefinition<P> => definition;

/** Every background job, in one place: payload, retries, cadence. Jobs carry ids; what is to be done is read from the tables. */
export const catalog = {
  /** Reads the inbox until it is empty. */
  process_inbox: job({ payload: nothing, retries: 3, pollSeconds: 0.5 }),
  /** Sends the outbox until nothing is due. */
  dispatch_outbox: job({ payload: nothing, retries: 3, pollSeconds: 0.5 }),
  /** Looks again at parcels that fell silent. */
  fire_timers: job({ payload: nothing, retries: 1, pollSeconds: 2 }),
  /** Looks at cases whose time has come: whose they are, whether somebody moved them, what their shoppers should hear. */
  watch_cases: job({ payload: nothing, retries: 1, pollSeconds: 2 }),
  /** Looks at claims whose first or last day is near. */
  watch_claims: job({ payload: nothing, retries: 1, pollSeconds: 2 }),
  /** Looks at ship-by clocks whose day is near, or over. */
  watch_ship_clocks: job({ payload: nothing, retries: 1, pollSeconds: 2 }),
  /** Asks carrier feeds about parcels whose word is due. */
  poll_feeds: job({ payload: nothing, retries: 1, pollSeconds: 2 }),
  /** One slice of a shop's back-fill; each asks for the next. */
  continue_import: job({ payload: ofShop, retries: 3, pollSeconds: 1 }),
  /** Compares one shop with Shopify. */
  reconcile: job({ payload: ofShop, retries: 2, pollSeconds: 2 }),
  /** Counts what waits in one shop, looks for what is out of the ordinary, and renews the published table of dates. */
  measure_dates: job({ payload: ofShop, retries: 1, pollSeconds: 1 }),
  /** Learns one shop's dates anew from its parcels. */
  refit_dates: job({ payload: ofShop, retries: 1, pollSeconds: 2 }),
  /** Learns anew how long one shop's parcels are quiet. */
  refit_silences: job({ payload: ofShop, retries: 1, pollSeconds: 2 }),
  /** Plays a shop's past under settings somebody wants to try. */
  replay: job({ payload: ofShop, retries: 3, pollSeconds: 1 }),
  /** Looks whether parcels of one shop are in trouble together. */
  find_incidents: job({ payload: ofShop, retries: 1, pollSeconds: 2 }),
  /** Every two seconds: timers, shops whose comparison is due, and rows whose job was lost. Asks for itself again; the minute's schedule is its safety net. */
  tick: job({ payload: nothing, retries: 0, pollSeconds: 1, cron: "* * * * *" }),
  /** Every minute: imports that stand still because the process that worked on them is gone. */
  sweep: job({ payload: nothing, retries: 0, pollSeconds: 2, cron: "* * * * *" }),
  /** Every day: deletes what is no longer needed. */
  housekeeping: job({ payload: nothing, retries: 2, pollSeconds: 30, cron: "17 3 * * *" }),
} as const;

/** The name of a job. */
export type JobName = keyof typeof catalog;
export const JOB_NAMES = Object.keys(catalog) as readonly JobName[];

/** What each job does; typed from the catalog, so that none can be forgotten. */
export type Handlers = { readonly [N in JobName]: (payload: z.output<(typeof catalog)[N]["payload"]>) => Promise<void> };
