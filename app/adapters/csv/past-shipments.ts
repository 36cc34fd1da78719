import { createHash } from "node:crypto";
import type { PastParcel } from "#app/domain/estimates/learning/past-parcel.ts";
import { dateIn, type TimeZone } from "#app/domain/shared/calendar.ts";
import { days, earliest, iso, latest, since, type Instant } from "#app/domain/shared/time.ts";
import { cellText, countryIn, itemsIn, nameIn, regionIn, zipIn } from "./cell.ts";
import { columnsOf, missingColumns, type Columns, type Field } from "./columns.ts";
import { decideAll, noEvidence, weigh, type OrderEvidence } from "./day-order.ts";
import { firstRecord, readRecords } from "./records.ts";
import { reckonIn, writtenDate, type DayOrder, type Reckoner, type WrittenDate } from "./written-date.ts";

/** A row, or part of it, that could not be used. `line` counts from 1, the header. */
export type RowProblem = { readonly line: number; readonly because: string };
/** What a file came to. `unreadable`: nothing of it was taken. */
export type PastShipments =
  | { readonly outcome: "read"; readonly rows: readonly PastParcel[]; readonly problems: readonly RowProblem[] }
  | { readonly outcome: "unreadable"; readonly because: string };

/** The most we take at once: years of a large shop, and what one process reads within seconds. */
export const MOST_BYTES = 50 * 1024 * 1024;
export const MOST_ROWS = 500_000;

const DELIMITERS = [",", ";", "\t", "|"];
const DATES = ["ordered", "shipped", "delivered"] as const;
type DateField = (typeof DATES)[number];

/** Nothing is on its way for longer; such a row has a year mistyped. */
const LONGEST_WAY = days(366);

const unreadable = (because: string): PastShipments => ({ outcome: "unreadable", because });

/** `sep=;`: Excel's own first line. */
const SEPARATOR_LINE = /^\uFEFF?sep=(.)\r?\n/i;

/** What separates the fields: that under which the header names most of what we know. */
const headerOf = (text: string): { readonly delimiter: string; readonly header: readonly string[]; readonly columns: Columns } => {
  const tried = DELIMITERS.map((delimiter) => {
    const header = firstRecord(text, delimiter);
    return { delimiter, header, columns: columnsOf(header) };
  });
  return tried.reduce((best, one) => (one.columns.size > best.columns.size ? one : best));
};

type Read<Field extends string> = Readonly<Record<Field, string>>;
type Row = { readonly line: number; readonly cells: Read<Exclude<Field, DateField>>; readonly written: Readonly<Record<DateField, WrittenDate | null>> };

/** The answer to a text, remembered: a file names few carriers, places and days, many times. */
const remembered = <Answer>(answer: (text: string) => Answer): ((text: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = answer(text);
    if (known.size < 50_000) known.set(text, made);
    return made;
  };
};

const isBefore = (a: Instant, b: Instant, zone: TimeZone): boolean => a < b && dateIn(a, zone) < dateIn(b, zone);

/** Why a row's moments teach nothing, or null. Within one day they may stand in any order: some sources write dates only. */
const contradiction = (ordered: Instant | null, shipped: Instant | null, delivered: Instant, zone: TimeZone): string | null => {
  if (ordered !== null && shipped !== null && isBefore(shipped, ordered, zone)) return "It was sent before it was ordered.";
  const start = ordered ?? shipped;
  if (shipped !== null && isBefore(delivered, shipped, zone)) return "It was delivered before it was sent.";
  if (start === null) return "It has neither a day on which it was ordered nor one on which it was sent.";
  if (isBefore(delivered, start, zone)) return "It was delivered before it was ordered.";
  return since(start, delivered) > LONGEST_WAY ? "It was delivered more than a year after it was ordered or sent." : null;
};

/**
 * Reads a CSV file of past shipments. Columns are known by the names usual exports give them; dates by their shape, day and month by the whole column,
 * `zone` counting where no zone is written. A row that cannot be used is named with its line, and the others are read all the same. A parcel that fills
 * several rows (one for each article, as Shopify exports them) is one, with their pieces added up. Keys depend on a row's order, moment of sending and
 * tracking number, or else on all that was read of it, so that the same file gives the same keys every time.
 */
export const readPastShipments = (text: string, zone: TimeZone): PastShipments => {
  if (text.trim().replace("\uFEFF", "") === "") return unreadable("The file is empty.");
  if (Buffer.byteLength(text) > MOST_BYTES) return unreadable("The file is larger than 50 MB. Divide it and import the parts one after the other.");
  if (text.startsWith("PK\u0003\u0004") || text.slice(0, 4096).includes("\u0000")) return unreadable("The file is not text. If it is an Excel workbook, save it as CSV first.");

  const skipped = SEPARATOR_LINE.exec(text)?.[0] ?? "";
  const body = text.slice(skipped.length);
  const firstLine = skipped === "" ? 0 : 1; // lines above the header
  const { delimiter, header, columns } = headerOf(body);
  const missing = missingColumns(columns);
  if (missing !== null) return unreadable(missing);

  const problems: RowProblem[] = [];
  const rows: Row[] = [];
  const evidence: Record<DateField, OrderEvidence> = { ordered: noEvidence(), shipped: noEvidence(), delivered: noEvidence() };
  const read = remembered(cellText);
  const dated = remembered(writtenDate);
  let records = 0;

  const readRow = (fields: readonly string[], line: number): Row | RowProblem => {
    if (fields.length > header.length) return { line, because: `It has ${fields.length} fields where the first line has ${header.length}. A field that holds a separator needs quotation marks.` };
    const cell = (field: Field) => read(fields[columns.get(field)?.at ?? -1] ?? "");
    const written: Record<DateField, WrittenDate | null> = { ordered: null, shipped: null, delivered: null };
    for (const field of DATES) {
      const said = cell(field);
      if (said === "") continue;
      const date = dated(said);
      if (date === null) return { line, because: `“${said.slice(0, 60)}” in the column “${columns.get(field)?.name}” is no date we can read.` };
      written[field] = date;
    }
    if (written.delivered === null) return { line, because: "It has no day of delivery." };
    for (const field of DATES) if (written[field] !== null) weigh(evidence[field], written[field], { text: cell(field), line });
    const cells = { order: cell("order"), tracking: cell("tracking"), carrier: cell("carrier"), service: cell("service"), country: cell("country"), region: cell("region"), zip: cell("zip"), items: cell("items"), location: cell("location") };
    return { line, cells, written };
  };

  const whole = readRecords(body, delimiter, header.length, {
    record: (fields, at) => {
      records += 1;
      if (records === 1 || records > MOST_ROWS + 1) return; // the header; more than we take
      const row = readRow(fields, at + firstLine);
      if ("because" in row) problems.push(row);
      else rows.push(row);
    },
    unreadable: (at, because) => void problems.push({ line: at + firstLine, because }),
  });
  if (!whole) return unreadable(`Too many quotation marks are opened and not closed, the first in line ${problems[0]?.line}.`);
  if (records > MOST_ROWS + 1) return unreadable("The file has more than 500,000 rows. Divide it and import the parts one after the other.");
  if (records <= 1 && problems.length === 0) return unreadable("The file has a header and no rows.");

  const orders = decideAll(DATES.map((column) => ({ column, name: columns.get(column)?.name ?? column, evidence: evidence[column] })));
  if (orders.outcome === "refused") return unreadable(orders.because);
  const parcels = parcelsOf(rows, orders.orders, zone, problems);
  return { outcome: "read", rows: parcels, problems: problems.toSorted((a, b) => a.line - b.line) };
};

/** The moments of a row, or why it has none. */
const momentsOf = ({ written }: Row, reckon: Reckoner, orders: ReadonlyMap<DateField, DayOrder>, zone: TimeZone): Readonly<Record<DateField, Instant | null>> & { readonly delivered: Instant } | string => {
  const moments: Record<DateField, Instant | null> = { ordered: null, shipped: null, delivered: null };
  for (const field of DATES) {
    const date = written[field];
    if (date === null) continue;
    moments[field] = reckon(date, orders.get(field) ?? "month_first");
    if (moments[field] === null) return `No calendar has the day on which it was ${field === "shipped" ? "sent" : field}.`;
  }
  const { ordered, shipped, delivered } = moments;
  if (delivered === null) return "It has no day of delivery.";
  return contradiction(ordered, shipped, delivered, zone) ?? {
    ordered: ordered !== null && shipped !== null ? earliest(ordered, shipped) : ordered, shipped, delivered: latest(delivered, shipped ?? ordered ?? delivered),
  };
};

const hashed = (parts: readonly (string | number | null)[]): string => `csv:${createHash("sha256").update(parts.join("\u001f")).digest("base64url").slice(0, 22)}`;

const parcelsOf = (rows: readonly Row[], orders: ReadonlyMap<DateField, DayOrder>, zone: TimeZone, problems: RowProblem[]): readonly PastParcel[] => {
  const reckon = reckonIn(zone);
  const parcels = new Map<string, PastParcel>();
  const strangers = new Set<string>();
  for (const row of rows) {
    const { line, cells } = row;
    const moments = momentsOf(row, reckon, orders, zone);
    if (typeof moments === "string") {
      problems.push({ line, because: moments });
      continue;
    }
    const country = countryIn(cells.country);
    if (country === null && cells.country !== "" && !strangers.has(cells.country)) {
      strangers.add(cells.country);
      problems.push({ line, because: `“${cells.country.slice(0, 60)}” is no country we know. Rows that name it are read without their destination.` });
    }
    const parcel: Omit<PastParcel, "key"> = {
      orderedAt: moments.ordered, handedOverAt: moments.shipped, nearAt: null, arrivedAt: moments.delivered,
      location: cells.location === "" ? null : cells.location.slice(0, 200), carrier: nameIn(cells.carrier), service: nameIn(cells.service),
      country, region: regionIn(country, cells.region), zip: zipIn(country, cells.zip), items: itemsIn(cells.items),
    };
    const named = cells.order !== "" || cells.tracking !== "";
    const moment = moments.shipped ?? moments.ordered;
    const parts = named ? [cells.order, cells.tracking, moment === null ? null : iso(moment)] : [...Object.values(parcel), ...Object.values(cells)];
    let key = hashed(parts);
    // Without a number two rows that say the same are two parcels; with one they are articles of the same.
    for (let again = 2; !named && parcels.has(key); again += 1) key = hashed([...parts, again]);
    const before = parcels.get(key);
    parcels.set(key, before === undefined ? { key, ...parcel } : { ...before, items: before.items + parcel.items });
  }
  return [...parcels.values()];
};
