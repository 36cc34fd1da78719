import type { CalendarDate } from "../../shared/calendar.ts";

/** What a carrier needs to find a parcel. */
export type ParcelForCarrier = {
  readonly numbers: readonly string[]; readonly shippedOn: CalendarDate; readonly expectedOn: CalendarDate | null; readonly to: string | null; readonly orderName: string | null;
  readonly lastScan: { readonly on: CalendarDate; readonly text: string; readonly place: string | null } | null;
};

/** The words for a carrier, ready to be read out or pasted into a form: what is wanted, and everything needed to find the parcel. Dates stay ISO. */
export const carrierWords = (wanted: string, { numbers, shippedOn, expectedOn, to, orderName, lastScan }: ParcelForCarrier): string =>
  [
    wanted.trim(), "",
    numbers.length === 0 ? "Tracking number: none is known" : `Tracking ${numbers.length === 1 ? "number" : "numbers"}: ${numbers.join(", ")}`,
    `Shipped on: ${shippedOn}`,
    expectedOn === null ? null : `Expected on: ${expectedOn}`,
    lastScan === null ? "Last scan: none" : `Last scan: ${lastScan.on}, ${lastScan.text}${lastScan.place === null ? "" : ` (${lastScan.place})`}`,
    to === null ? null : `Destination: ${to}`,
    orderName === null ? null : `Our reference: order ${orderName}`,
  ].filter((line) => line !== null).join("\n");
