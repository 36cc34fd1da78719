import { findIncidents } from "#app/domain/decisions/find-incidents.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { minus, minutes } from "#app/domain/shared/time.ts";
import type { Clock, IncidentReads, Jobs, Log, Store, Transact } from "../../ports.ts";
import { caseOfIncident, casesAfterwards, changedCase, mergedCases, type IncidentWork } from "./incident-cases.ts";

/** What looking for incidents needs of the outside. */
export type IncidentPorts = { readonly transact: Transact; readonly clock: Clock; readonly jobs: Jobs; readonly log: Log };

/** A shop in which something fell silent or late is looked at so often. The product's own figure, 2026-11. */
const LOOK_EVERY = minutes(5);

/**
 * Looks whether parcels of a shop are in trouble together: opens one incident with one case, in which the parcels' own cases go on; follows it while it widens
 * and narrows; and when it is over gives those still in trouble cases of their own again. Looking twice changes nothing more.
 */
export const findIncidentsOf =
  ({ transact, clock, jobs, log }: IncidentPorts) =>
  async (shop: ShopId): Promise<void> => {
    const told = await transact(async (store) => {
      const now = clock();
      const found = findIncidents(await store.incidents.counts(shop, now), now);
      await store.incidents.save(shop, found, now);
      const work = await store.work.of(shop);
      const done: IncidentWork[] = [];
      for (const { incident, parcels } of found.begun) {
        const opened = caseOfIncident(incident, work.cases, now);
        done.push(opened, mergedCases(incident, opened.cases[0] ?? null, await ofParcels(store, shop, parcels, null), now));
        log.for(shop).info("incident.found", { id: incident.id, parcels: parcels.length, expected: incident.expected });
      }
      for (const { incident, parcels, before } of found.going) {
        const whole = await store.cases.find(shop, caseOfIncident(before, work.cases, now).id);
        done.push(changedCase(incident, before, whole, parcels.length, now), mergedCases(incident, whole, await ofParcels(store, shop, parcels, null), now));
      }
      for (const { incident, parcels } of found.ended) {
        const whole = await store.cases.find(shop, caseOfIncident(incident, work.cases, now).id);
        done.push(casesAfterwards(incident, whole, parcels, await ofParcels(store, shop, parcels, incident.id), work.cases, now));
        log.for(shop).info("incident.ended", { id: incident.id, left: parcels.length });
      }
      await store.cases.save(done.flatMap((one) => one.cases));
      await store.cases.tell(shop, done.flatMap((one) => one.events));
      const intents = done.flatMap((one) => one.intents);
      await store.outbox.add(shop, intents, now);
      return intents.length;
    });
    if (told > 0) await jobs.wake("dispatch_outbox");
  };

const ofParcels = (store: Store, shop: ShopId, parcels: readonly { readonly shipmentId: Parameters<Store["incidents"]["casesOf"]>[1][number] }[], mergedOf: Parameters<Store["incidents"]["casesOf"]>[2]) =>
  store.incidents.casesOf(shop, parcels.map((one) => one.shipmentId), mergedOf);

/** Wakes looking for incidents in every shop where something may have changed. */
export const wakeIncidents =
  ({ incidents, clock, jobs }: { readonly incidents: Pick<IncidentReads, "due">; readonly clock: Clock; readonly jobs: Jobs }) =>
  async (limit: number): Promise<void> => {
    for (const shop of await incidents.due(minus(clock(), LOOK_EVERY), limit)) await jobs.wake("find_incidents", shop);
  };
