import type { OrderStatus } from "../../../app/contracts/order-status.ts";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isWindowOrNull = (value: unknown): boolean => value === null || (isRecord(value) && isText(value["from"]) && isText(value["to"]));

const isParcel = (value: unknown): boolean =>
  isRecord(value) && isText(value["label"]) && isText(value["headline"]) && typeof value["step"] === "number" && isText(value["tone"]) &&
  ["detail", "carrier", "trackingNumber", "trackingUrl"].every((key) => isTextOrNull(value[key])) && isWindowOrNull(value["window"]);

/** Reads the app's answer. Null when it is not what was agreed; the block then behaves as if the app were down. */
export const readOrderStatus = (value: unknown): OrderStatus | null => {
  if (!isRecord(value)) return null;
  if (value["state"] === "not_yet") return { state: "not_yet" };
  const known = value["state"] === "known" && isText(value["headline"]) && isText(value["trackingPageUrl"]) &&
    isWindowOrNull(value["window"]) && Array.isArray(value["parcels"]) && value["parcels"].every(isParcel);
  return known ? (value as OrderStatus) : null;
};
