/** A line of the list of incidents. Times are ISO 8601 in UTC. */
export type IncidentRow = {
  readonly id: string; readonly kind: "silent" | "late"; readonly label: string; readonly beganAt: string; readonly foundAt: string; readonly endedAt: string | null;
  readonly parcels: number; readonly expected: number; readonly because: string; readonly caseId: string;
};
/** One parcel of an incident. `over`: it is on its way again, has arrived, or will not. */
export type IncidentParcelRow = { readonly shipmentId: string; readonly orderName: string | null; readonly carrier: string | null; readonly trackingNumber: string | null; readonly destination: string | null; readonly lastScanAt: string | null; readonly since: string; readonly milestone: string; readonly over: boolean; readonly told: number };
/** An act that was asked for every order of it. `key`: the wish. The counts are of orders, by how far each is. */
export type IncidentActRow = { readonly key: string; readonly what: string; readonly by: string; readonly askedAt: string; readonly waiting: number; readonly running: number; readonly done: number; readonly refused: number; readonly undone: number };
/** Everything the page of one incident shows. `currency`: the shop's. `told`: of its parcels, how many shoppers were written to since it began. */
export type IncidentView = IncidentRow & { readonly shares: readonly { readonly what: string; readonly which: string }[]; readonly rows: readonly IncidentParcelRow[]; readonly further: number; readonly told: number; readonly acts: readonly IncidentActRow[]; readonly currency: string };
