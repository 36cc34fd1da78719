import type { Store, Transact } from "#app/application/ports.ts";
import type pg from "pg";
import { actsOf } from "./act-rows-store.ts";
import { casesOf } from "./cases.ts";
import { claimsOf } from "./claims.ts";
import { dateReadsOf } from "./date-reads.ts";
import { endpointsOver } from "./endpoints.ts";
import { flowRunsOf } from "./flow-desk.ts";
import { inboxOf } from "./inbox.ts";
import { incidentsOf } from "./incidents.ts";
import { journeysOf } from "./journeys.ts";
import type { Privacy } from "./order-rows.ts";
import { outboxOf } from "./outbox.ts";
import { ledgerIn } from "./promise-append.ts";
import { privacyOf } from "./privacy.ts";
import { shipClocksOf } from "./ship-clocks.ts";
import { policiesOf, shopsOf } from "./shops.ts";
import { ruleStoreOf } from "./rule-desk.ts";
import type { Db } from "./sql.ts";
import { timersOf } from "./timers.ts";
import { workOf } from "./work-settings.ts";

/** Everything one transaction offers, over its connection. */
export const storeOver = (db: Db, privacy: Privacy): Store => ({
  inbox: inboxOf(db), journeys: journeysOf(db, privacy), timers: timersOf(db), cases: casesOf(db), acts: actsOf(db, privacy), claims: claimsOf(db), shipClocks: shipClocksOf(db), outbox: outboxOf(db),
  shops: shopsOf(db, privacy), policies: policiesOf(db), work: workOf(db), rules: ruleStoreOf(db, privacy), incidents: incidentsOf(db), flowRuns: flowRunsOf(db, privacy.box), endpoints: endpointsOver(db, privacy.box), privacy: privacyOf(db, privacy.box), dates: dateReadsOf(db), ledger: ledgerIn(db),
});

/** PostgreSQL chose this transaction to lose so that another can go on: serialization_failure, deadlock_detected. */
const LOST_A_RACE = new Set(["40001", "40P01"]);
const TRIES = 4;

/**
 * Runs `work` in one transaction on one connection: everything is kept or nothing is. Work that lost a race against
 * another transaction is run again from the beginning, so it must do nothing outside the store it cannot repeat.
 */
export const inTransaction = async <T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work);
    } catch (fault) {
      if (attempt === TRIES || !LOST_A_RACE.has(codeOf(fault))) throw fault;
    }
  }
};

const codeOf = (fault: unknown): string => (fault instanceof Error && "code" in fault ? String(fault.code) : "");

const once = async <T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  const breaks = (fault: Error) => { broken = fault; }; // without a listener a connection that breaks between two queries would end the process
  client.on("error", breaks);
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (fault) {
    await client.query("ROLLBACK").catch((second: Error) => { broken = second; });
    throw fault;
  } finally {
    client.off("error", breaks);
    client.release(broken);
  }
};

/** The unit of work of the application over this pool. */
export const transactOver = (pool: pg.Pool, privacy: Privacy): Transact => (work) => inTransaction(pool, (db) => work(storeOver(db, privacy)));
