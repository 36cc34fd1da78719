import type { PublishedDateTable } from "../../../app/contracts/date-table.ts";

/** What the app publishes in the shop metafield `$app.delivery_dates`: all that a date needs, so that checkout asks nobody. */
export type DateTable = PublishedDateTable;

/** The key of that metafield; also named in the toml. */
export const TABLE_KEY = "delivery_dates";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isSecond = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isDay = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 3_660;

/** First and last day of one window, or −1, −1 where there is none. */
const isWindow = (first: unknown, last: unknown): boolean => (first === -1 && last === -1) || (isCount(first) && isCount(last) && first <= last);
const areWindows = (value: unknown, entries: number): boolean =>
  Array.isArray(value) && value.length === 2 * entries && Array.from({ length: entries }, (_, at) => at).every((at) => isWindow(value[2 * at], value[2 * at + 1]));
const isLane = (value: unknown, entries: number): boolean => isRecord(value) && Object.hasOwn(value, "*") && Object.values(value).every((windows) => areWindows(windows, entries));

/** Entries that name a day and end one after the other. */
const areEntries = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && isDay(entry["day"]) && isSecond(entry["until"])) &&
  value.every((entry, at) => at === 0 || (value[at - 1] as { until: number }).until <= (entry as { until: number }).until);

const isTable = (value: unknown): value is DateTable => {
  if (!isRecord(value) || value["v"] !== 2 || !areEntries(value["days"]) || !isRecord(value["lanes"])) return false;
  const entries = value["days"].length;
  const { id, apiUrl, published, expires, style, services, lanes, ships, busy } = value;
  return isText(id) && typeof apiUrl === "string" && isSecond(published) && isSecond(expires) && ["range", "latest", "arrives_by"].includes(String(style)) &&
    Array.isArray(services) && services.every(isText) && Object.values(lanes as Record<string, unknown>).every((lane) => isLane(lane, entries)) &&
    Array.isArray(ships) && ships.length === entries && ships.every(isCount) && typeof busy === "boolean";
};

/** Reads the metafield's text. Null when it is missing, broken in any part or of a version this bundle does not know: a wrong date is worse than none. */
export const readTable = (text: string | null | undefined): DateTable | null => {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
};
