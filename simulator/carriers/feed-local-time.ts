import { offsetMinutes, offsetText } from "../world/shop-time.ts";
import type { CarrierScan } from "../world/types.ts";

const CENTRAL = ["AL", "AR", "IL", "IA", "KS", "LA", "MN", "MS", "MO", "NE", "ND", "OK", "SD", "TN", "TX", "WI"];
const MOUNTAIN = ["CO", "ID", "MT", "NM", "UT", "WY"];
const PACIFIC = ["CA", "NV", "OR", "WA"];
const COUNTRIES: Readonly<Record<string, string>> = { GB: "Europe/London", DE: "Europe/Berlin" };

/** The zone most of a state lies in. Good enough for a carrier's wall clock in a story. */
function zoneOf({ state, country }: Pick<CarrierScan, "state" | "country">): string {
  if (country === "CA") return state === "BC" ? "America/Vancouver" : "America/Toronto";
  if (country !== null && country !== "US") return COUNTRIES[country] ?? "UTC";
  if (state === "AZ") return "America/Phoenix";
  if (CENTRAL.includes(state ?? "")) return "America/Chicago";
  if (MOUNTAIN.includes(state ?? "")) return "America/Denver";
  return PACIFIC.includes(state ?? "") ? "America/Los_Angeles" : "America/New_York";
}

/** A moment as the scanner's wall clock shows it: `2026-11-20T10:04:05`, and its offset, `-05:00`. */
export function localTime(scan: Pick<CarrierScan, "state" | "country">, at: Date): { clock: string; offset: string } {
  const minutes = offsetMinutes(zoneOf(scan), at);
  return { clock: new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19), offset: offsetText(minutes) };
}
