import type { Worded } from "./tones.ts";

/** Whether an incident goes on, and what its parcels have. */
export const wordIncident = ({ kind, endedAt }: { readonly kind: "silent" | "late"; readonly endedAt: string | null }): Worded =>
  endedAt !== null ? { label: "Over", tone: "neutral" } : kind === "silent" ? { label: "Silent together", tone: "critical" } : { label: "Late together", tone: "warning" };

/** "12 parcels". */
export const countParcels = (count: number): string => (count === 1 ? "1 parcel" : `${count.toLocaleString("en-US")} parcels`);
