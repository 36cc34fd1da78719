import type { RuleDesk, RuleStore } from "#app/application/ports.ts";
import { addActs } from "./act-rows.ts";
import { readPasts } from "./order-pasts.ts";
import type { Privacy } from "./order-rows.ts";
import { countPast, readPast } from "./replay-past.ts";
import { replayRunsOf } from "./replay-runs.ts";
import { countRuns, readRuns } from "./rule-runs.ts";
import type { SecretBox } from "./sealed.ts";
import { addShadowRuns } from "./shadow-rows.ts";
import { addVersion, readVersion, readVersions } from "./settings-versions.ts";
import type { Db } from "./sql.ts";

/** What rules need inside a transaction. */
export const ruleStoreOf = (db: Db, privacy: Pick<Privacy, "box">): RuleStore => ({
  pasts: (shop, orders) => readPasts(db, shop, orders),
  async keep(shop, { acts, runs }) {
    await addActs(db, privacy, acts);
    await addShadowRuns(db, runs.map((run) => ({ shop, run })));
  },
  notePolicy: (shop, before, policy, change) => addVersion(db, shop, "policy", { ...change, before, body: policy }),
});

/** Rules, their versions and their trials. */
export const ruleDeskOver = (db: Db, box: SecretBox): RuleDesk => ({
  versions: (shop, query) => readVersions(db, shop, query),
  version: (shop, part, version) => readVersion(db, shop, part, version),
  runs: (shop, rule, limit) => readRuns(db, shop, rule, limit),
  counts: (shop) => countRuns(db, shop),
  ...replayRunsOf(db),
  countPast: (shop, since) => countPast(db, shop, since),
  past: (shop, query) => readPast(db, box, shop, query),
});
