import type { WatchedParcel } from "#app/application/ports.ts";

const fieldOf = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((so, name) => (typeof so === "object" && so !== null ? (so as Record<string, unknown>)[name] : undefined), value);

const plain = (text: unknown): string => (typeof text === "string" ? text.replaceAll(/[\s-]/g, "").toUpperCase() : "");

/**
 * The same number can belong to several divisions of DHL, and one answer can hold all of them: the shipment to the parcel's own
 * destination is kept, by postal code, then by country. An answer about one shipment stays as it is, without what merely repeats the question.
 */
export const chosenShipment = (answer: unknown, { zip, country }: Pick<WatchedParcel, "zip" | "country">): unknown => {
  const shipments = fieldOf(answer, "shipments");
  if (!Array.isArray(shipments)) return answer;
  const to = (shipment: unknown, field: string): string => plain(fieldOf(shipment, "destination", "address", field));
  const best = shipments.find((one) => zip !== null && to(one, "postalCode") === plain(zip)) ?? shipments.find((one) => country !== null && to(one, "countryCode") === plain(country)) ?? shipments[0];
  return { shipments: shipments.length === 0 ? [] : [best] };
};
