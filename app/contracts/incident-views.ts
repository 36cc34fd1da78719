/** A line of the list of incidents. Times are ISO 8601 in UTC. */
export type IncidentRow = {
  readonly id: string; readonly kind: "silent" | "late"; readonly label: string; readonly beganAt: string; readonly foundAt: string; readonly endedAt: string | null;
  readonly parcels: number; readonly expected: number; readonly because: string; readonly caseId: string;
};
/** One parcel of an incident. `over`: it is on its way again, has arrived, or will not. */
export type IncidentParcelRow = { readonly shipmentId: string; readonly orderName: string | null; readonly carrier: string | null; readonly trackingNumber: string | null; readonly destination: string | null; readonly lastScanAt: string | null; readonly since: string; readonly milestone: string; readonly over: boolean; readonly told: number };
/** Everything the page of one incident shows. `told`: of its parcels, how many shoppers were written to since it began. */
export type IncidentView = IncidentRow & { readonly shares: readonly { readonly what: string; readonly which: string }[]; readonly rows: readonly IncidentParcelRow[]; readonly further: number; readonly told: number };
