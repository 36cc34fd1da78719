import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import { instant, iso } from "#app/domain/shared/time.ts";
import { MOST_BYTES, readPastShipments, type PastShipments } from "./past-shipments.ts";

const NEW_YORK = "America/New_York" as TimeZone;
const BERLIN = "Europe/Berlin" as TimeZone;
const HEADER = "order,ordered_at,shipped_at,delivered_at,carrier,service,country,state,zip,items";
const ROW = "#1001,2026-11-20T09:30:00-05:00,2026-11-20 16:00,2026-11-24,UPS,Ground,US,CA,94105,2";

const read = (text: string, zone = NEW_YORK) => {
  const result = readPastShipments(text, zone);
  if (result.outcome !== "read") throw new Error(`refused: ${result.because}`);
  return result;
};
const refusal = (result: PastShipments): string => (result.outcome === "unreadable" ? result.because : `read ${result.rows.length} rows`);
const moments = (text: string, zone = NEW_YORK) => read(text, zone).rows.map(({ orderedAt, handedOverAt, arrivedAt }) => [orderedAt, handedOverAt, arrivedAt].map((at) => (at === null ? null : iso(at).slice(0, 16))));
/** A file with one date column beside a plain one: what the column's dates are read as. */
const delivered = (dates: readonly string[], zone = NEW_YORK) => moments(`ordered_at,delivered_at\n${dates.map((date) => `2026-01-01,"${date}"`).join("\n")}`, zone).map(([, , at]) => at);

describe("a file of past shipments", () => {
  it("becomes parcels, times without a zone read in the shop's, days as noon", () => {
    const { rows, problems } = read(`${HEADER}\n${ROW}\n`);
    expect(problems).toEqual([]);
    expect(rows).toEqual([{
      key: expect.stringMatching(/^csv:[\w-]{22}$/), orderedAt: instant("2026-11-20T14:30:00Z"), handedOverAt: instant("2026-11-20T21:00:00Z"), nearAt: null, arrivedAt: instant("2026-11-24T17:00:00Z"),
      location: null, carrier: "ups", service: "ground", country: "US", region: "CA", zip: "94105", items: 2,
    }]);
  });

  it.each([
    ["a byte order mark", `\uFEFF${HEADER}\n${ROW}`],
    ["Windows line ends", `${HEADER}\r\n${ROW}\r\n`],
    ["old Macintosh line ends", `${HEADER}\r${ROW}\r`],
    ["a last line that ends nowhere", `${HEADER}\n${ROW}`],
    ["empty lines", `\n\n${HEADER}\n\n${ROW}\n\n`],
    ["semicolons", `${HEADER}\n${ROW}`.replaceAll(",", ";")],
    ["tabs", `${HEADER}\n${ROW}`.replaceAll(",", "\t")],
    ["Excel's separator line", `\uFEFFsep=;\r\n${`${HEADER}\r\n${ROW}`.replaceAll(",", ";")}`],
    ["everything in quotation marks", `${HEADER}\n${ROW}`.replaceAll(/[^,\n]+/g, '"$&"')],
    ["spaces around everything", `${HEADER}\n${ROW}`.replaceAll(",", " , ")],
    ["capitals and spaces in its header", `${HEADER.toUpperCase().replaceAll("_", " ")}\n${ROW}`],
    ["columns nobody knows, with separators and line ends in them", `Notes,${HEADER}\n"Ring twice,\nthen ""knock""",${ROW}`],
  ])("is the same with %s", (_what, text) => {
    const { rows, problems } = read(text);
    expect(problems).toEqual([]);
    expect(rows).toEqual(read(`${HEADER}\n${ROW}\n`).rows);
  });

  it.each([
    ["ShipStation", "Order - Number,Date - Order Date,Date - Shipped Date,Delivered Date,Carrier - Name,Carrier - Service Selected,Ship To - Country,Ship To - State,Ship To - Postal Code,Count - Number of Items", '9,11/20/2026 3:45:12 PM,11/21/2026,11/24/2026,UPS,UPS Ground,US,CA,94105,3'],
    ["Shippo", "order_number,order_date,ship_date,first_delivered_at,carrier,service_level,address_to_country,address_to_state,address_to_zip,item_count", "9,2026-11-20T20:45:12Z,2026-11-21T17:00:00Z,2026-11-24T17:00:00Z,UPS,UPS Ground,US,CA,94105,3"],
    ["Shopify's columns, with a delivery beside them", "Order,Created at,Fulfilled at,Delivered at,Tracking Company,Shipping Method,Shipping Country,Shipping Province,Shipping Zip,Lineitem quantity", "9,2026-11-20 15:45:12 -0500,2026-11-21 12:00:00 -0500,2026-11-24 12:00:00 -0500,UPS,UPS Ground,US,CA,'94105,3"],
    ["a German spreadsheet", "Bestellnummer;Bestelldatum;Versanddatum;Zustelldatum;Versanddienst;Versandart;Land;Bundesland;PLZ;Anzahl", "9;20.11.2026 15:45:12;21.11.2026;24.11.2026;UPS;UPS Ground;USA;California;94105;3"],
  ])("of %s is understood", (_whose, header, row) => {
    expect(read(`${header}\n${row}`).rows).toMatchObject([{
      orderedAt: instant("2026-11-20T20:45:12Z"), handedOverAt: instant("2026-11-21T17:00:00Z"), arrivedAt: instant("2026-11-24T17:00:00Z"), carrier: "ups", service: "ups ground", country: "US", region: "CA", zip: "94105", items: 3,
    }]);
  });

  it("may lack the day of the order or the day of sending, not both", () => {
    expect(moments("shipped_at,delivered_at\n2026-11-20,2026-11-24")).toEqual([[null, "2026-11-20T17:00", "2026-11-24T17:00"]]);
    expect(moments("ordered_at,delivered_at\n2026-11-20,2026-11-24")).toEqual([["2026-11-20T17:00", null, "2026-11-24T17:00"]]);
    expect(refusal(readPastShipments("delivered_at,zip\n2026-11-24,1", NEW_YORK))).toMatch(/ordered_at or shipped_at/);
    expect(refusal(readPastShipments("shipped_at,zip\n2026-11-24,1", NEW_YORK))).toMatch(/delivered_at/);
    expect(refusal(readPastShipments("one,two\n1,2", NEW_YORK))).toMatch(/no column we know/);
  });

  it("does not take an estimated delivery for a delivery", () => {
    expect(refusal(readPastShipments("shipped_at,estimated delivery date\n2026-11-24,2026-11-26", NEW_YORK))).toMatch(/day of delivery/);
  });

  it.each([
    ["", "empty"], ["\uFEFF \r\n", "empty"], [`${HEADER}\n`, "no rows"], ["PK\u0003\u0004\u0014\u0000", "Excel workbook"], ["o\u0000r\u0000d\u0000e\u0000r\u0000", "not text"],
  ])("that is no such file (%j) is refused in plain words", (text, words) => {
    expect(refusal(readPastShipments(text, NEW_YORK))).toContain(words);
  });

  it("larger than 50 MB, or of more than 500,000 rows, is refused", () => {
    expect(refusal(readPastShipments(`${HEADER}\n${"x".repeat(MOST_BYTES)}`, NEW_YORK))).toMatch(/50 MB/);
    expect(refusal(readPastShipments(`shipped_at,delivered_at\n${"a,b\n".repeat(500_001)}`, NEW_YORK))).toMatch(/500,000 rows/);
  });
});

describe("a row that cannot be used", () => {
  it("is named with its line and its reason, and the others are read", () => {
    const text = [
      HEADER, ROW.replace("#1001", "1"), ROW.replace("2026-11-24", ""), ROW.replace("2026-11-24", "soon"), ROW.replace("2026-11-24", "2026-11-19"), ROW.replace("2026-11-20 16:00", "2026-11-18"),
      ROW.replace("2026-11-24", "2026-11-31"), ROW.replace("2026-11-24", "2028-11-24"), `${ROW},surplus`, "only,three,cells", ROW.replace("#1001", "2"),
    ].join("\n");
    const { rows, problems } = read(text);
    expect(rows).toHaveLength(2);
    expect(problems).toEqual([
      { line: 3, because: "It has no day of delivery." }, { line: 4, because: "“soon” in the column “delivered_at” is no date we can read." }, { line: 5, because: "It was delivered before it was sent." },
      { line: 6, because: "It was sent before it was ordered." }, { line: 7, because: "No calendar has the day on which it was delivered." }, { line: 8, because: "It was delivered more than a year after it was ordered or sent." },
      { line: 9, because: expect.stringContaining("11 fields where the first line has 10") }, { line: 10, because: "“three” in the column “ordered_at” is no date we can read." },
    ]);
  });

  it("keeps its own line below a field of several lines, and below Excel's separator line", () => {
    const text = `sep=,\nnote,shipped_at,delivered_at\n"a\nb\nc",2026-11-20,2026-11-24\n\nd,2026-11-20,never\n`;
    expect(read(text).problems).toEqual([{ line: 7, because: "“never” in the column “delivered_at” is no date we can read." }]);
  });

  it("because a quotation mark is not closed takes no other row with it", () => {
    const rows = Array.from({ length: 30 }, (_one, index) => `${index},2026-11-20,2026-11-24,"note ${index}"`);
    const torn = rows.with(10, '10,2026-11-20,2026-11-24,"note');
    const { rows: parcels, problems } = read(`order,shipped_at,delivered_at,note\n${torn.join("\n")}\n`);
    expect(problems).toEqual([{ line: 12, because: "A quotation mark is opened and not closed." }]);
    expect(parcels).toHaveLength(29);
    expect(read(`order,shipped_at,delivered_at\n1,2026-11-20,2026-11-24\n2,"2026-11-20,2026-11-24`).problems).toEqual([{ line: 3, because: "A quotation mark is opened and not closed." }]);
  });

  it("in every line is a reason to refuse the file", () => {
    expect(refusal(readPastShipments(`order,shipped_at,delivered_at\n${'1,2026-11-20,"2026-11-24\n'.repeat(3000)}`, NEW_YORK))).toMatch(/quotation marks.*line 2/);
  });

  it("names a country nobody knows is read without its destination, which is said once", () => {
    const { rows, problems } = read(`shipped_at,delivered_at,country\n2026-11-20,2026-11-24,Freedonia\n2026-11-20,2026-11-25,Freedonia\n2026-11-20,2026-11-25,Deutschland`);
    expect(rows.map(({ country }) => country)).toEqual([null, null, "DE"]);
    expect(problems).toEqual([{ line: 2, because: "“Freedonia” is no country we know. Rows that name it are read without their destination." }]);
  });
});

describe("what a row says", () => {
  it("on one day may stand in any order, for some of it are times and some only days", () => {
    expect(moments("ordered_at,shipped_at,delivered_at\n2026-11-20 18:00,2026-11-20,2026-11-20 10:00")).toEqual([["2026-11-20T17:00", "2026-11-20T17:00", "2026-11-20T17:00"]]);
  });

  it("loses what spreadsheets do to it", () => {
    const { rows } = read(`shipped_at,delivered_at,country,state,zip,carrier,service,items\n2026-11-20,2026-11-24,United States,Massachusetts,2139,  Fed   Ex ,n/a,2.0\n2026-11-20,2026-11-25,us,us-ma,"=""02139-1234""",-,,many\n2026-11-20,2026-11-25,GB,,sw1a 1aa,,,0`);
    expect(rows.map(({ country, region, zip, carrier, service, items }) => ({ country, region, zip, carrier, service, items }))).toEqual([
      { country: "US", region: "MA", zip: "02139", carrier: "fed ex", service: null, items: 2 }, { country: "US", region: "MA", zip: "02139-1234", carrier: null, service: null, items: 1 },
      { country: "GB", region: null, zip: "SW1A 1AA", carrier: null, service: null, items: 1 },
    ]);
  });
});

describe("the key of a parcel", () => {
  const keys = (rows: readonly string[]) => read(`order,tracking,shipped_at,delivered_at,items\n${rows.join("\n")}`).rows.map(({ key }) => key);

  it("is the same every time, wherever the row stands and whatever else is corrected", () => {
    const [first, second] = keys(["1,A,2026-11-20,2026-11-24,1", "2,B,2026-11-20,2026-11-24,1"]);
    expect(keys(["2,B,2026-11-20,2026-11-25,4", "1,A,2026-11-20,2026-11-24,1"])).toEqual([second, first]);
  });

  it("differs by order, tracking number and moment of sending", () => {
    expect(new Set(keys(["1,A,2026-11-20,2026-11-24,1", "1,B,2026-11-20,2026-11-24,1", "2,A,2026-11-20,2026-11-24,1", "1,A,2026-11-21,2026-11-24,1"])).size).toBe(4);
  });

  it("is one for the rows of one parcel, whose pieces add up", () => {
    expect(read("order,tracking,shipped_at,delivered_at,items\n1,A,2026-11-20,2026-11-24,2\n1,A,2026-11-20,2026-11-24,3").rows).toMatchObject([{ items: 5 }]);
  });

  it("without any number comes from what the row says, and two rows that say the same are two parcels", () => {
    const text = "shipped_at,delivered_at,zip\n2026-11-20,2026-11-24,94105\n2026-11-20,2026-11-24,94105\n2026-11-20,2026-11-24,94106";
    expect(new Set(read(text).rows.map(({ key }) => key)).size).toBe(3);
    expect(read(text)).toEqual(read(text));
  });
});

describe("dates", () => {
  it.each([
    "2026-11-24", "2026/11/24", "2026.11.24", "20261124", "24.11.2026", "24.11.26", "11/24/2026", "11/24/26", "24/11/2026", "24-11-2026", "24 Nov 2026", "24-Nov-2026", "Nov 24, 2026", "November 24th, 2026", "Tue, 24 November 2026", "24. Nov 2026",
  ])("like %s are a day, read as its noon", (text) => {
    expect(delivered([text])).toEqual(["2026-11-24T17:00"]);
  });

  it.each([
    ["2026-11-24T10:15:00Z", "2026-11-24T10:15"], ["2026-11-24 10:15:00 -0800", "2026-11-24T18:15"], ["2026-11-24T10:15:00.123+01:00", "2026-11-24T09:15"], ["2026-11-24 10:15", "2026-11-24T15:15"],
    ["11/24/2026 3:45:12 PM", "2026-11-24T20:45"], ["11/24/2026 12:05 am", "2026-11-24T05:05"], ["24.11.2026, 10:15", "2026-11-24T15:15"], ["2026-11-24 10:15:00 UTC", "2026-11-24T10:15"], ["Tue, 24 Nov 2026 10:15:00 PST", "2026-11-24T18:15"],
  ])("like %s are a moment", (text, expected) => {
    expect(delivered([text])).toEqual([expected]);
  });

  it.each(["yes", "46350", "24.11", "2026-13-01", "30/30/2026", "24 Foo 2026", "1826-11-24", "11/24/2026 25:00", "11/24/2026 13:00 pm", "2026-11-24T10:15:00 XYZ", "2026-11-24junk"])("like %s are none", (text) => {
    const { rows, problems } = read(`ordered_at,delivered_at\n2026-01-01,"${text}"\n2026-01-01,2026-01-02`);
    expect([rows.length, problems.map(({ line }) => line)]).toEqual([1, [2]]);
  });

  it("follow the clocks of the shop's zone through its changes", () => {
    expect(delivered(["2026-03-08 01:30", "2026-03-08 12:00", "2026-11-01 00:30", "2026-11-01 12:00"])).toEqual(["2026-03-08T06:30", "2026-03-08T16:00", "2026-11-01T04:30", "2026-11-01T17:00"]);
    expect(delivered(["2026-07-01 12:00", "2026-12-01 12:00"], BERLIN)).toEqual(["2026-07-01T10:00", "2026-12-01T11:00"]);
  });

  it("are read day first or month first as the whole column tells", () => {
    expect(delivered(["03/04/2026", "05/04/2026", "25/04/2026"])).toEqual(["2026-04-03T16:00", "2026-04-05T16:00", "2026-04-25T16:00"]);
    expect(delivered(["03/04/2026", "05/04/2026", "04/25/2026"])).toEqual(["2026-03-04T17:00", "2026-05-04T16:00", "2026-04-25T16:00"]);
    expect(delivered(["05/05/2026"])).toEqual(["2026-05-05T16:00"]);
  });

  it("of a column that does not tell follow the columns that do", () => {
    expect(moments("shipped_at,delivered_at\n28/03/2026,03/04/2026")).toEqual([[null, "2026-03-28T16:00", "2026-04-03T16:00"]]);
    expect(moments("shipped_at,delivered_at\n02/28/2026,03/04/2026")).toEqual([[null, "2026-02-28T17:00", "2026-03-04T17:00"]]);
  });

  it("that nothing makes plain are refused, with an example and the way out", () => {
    expect(refusal(readPastShipments("shipped_at,delivered_at\n2026-01-01,01/02/2026\n2026-01-01,03/04/2026", NEW_YORK))).toBe(
      "The dates of the column “delivered_at” can be read with the day first or with the month first (01/02/2026, line 2), and nothing in the file says which. Write them as year-month-day, for example 2026-11-24, and import the file again.",
    );
  });

  it("in both orders are refused, unless the few are slips, which are then bad rows", () => {
    const us = Array.from({ length: 99 }, (_one, index) => `2026-01-01,02/${String(13 + (index % 15)).padStart(2, "0")}/2026`);
    expect(refusal(readPastShipments(`ordered_at,delivered_at\n2026-01-01,20/02/2026\n${us.slice(0, 20).join("\n")}`, NEW_YORK))).toMatch(/day first \(20\/02\/2026, line 2\) and dates with the month first \(02\/13\/2026, line 3\)/);
    const { rows, problems } = read(`ordered_at,delivered_at\n${us.join("\n")}\n2026-01-01,20/02/2026`);
    expect([rows.length, problems]).toEqual([99, [{ line: 101, because: "No calendar has the day on which it was delivered." }]]);
  });
});

describe("any text", () => {
  it("is read or refused, never thrown at", () => {
    const scrap = fc.stringMatching(/^[a-z0-9,;"'\n\r\t :/.=-]*$/);
    fc.assert(fc.property(fc.boolean(), fc.array(scrap, { maxLength: 12 }), (headed, parts) => {
      const result = readPastShipments(`${headed ? `${HEADER}\n` : ""}${parts.join("\n")}`, NEW_YORK);
      expect(["read", "unreadable"]).toContain(result.outcome);
    }), { numRuns: 300 });
  });

  it("between good rows costs no good row and no line number", () => {
    const bad = fc.constantFrom("", '1,"2026-11-20,2026-11-24', "x,y,z", "1,,", "1,2026-11-20,2026-11-24,4,5", '"a\nb",2026-11-20,never');
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant(null), bad), { maxLength: 25 }), (lines) => {
      const rows = lines.map((line, index) => line ?? `g${index},2026-11-20,2026-11-24`);
      const { rows: parcels, problems } = read(["order,shipped_at,delivered_at", ...rows, "last,2026-11-20,2026-11-24"].join("\n"));
      expect(parcels).toHaveLength(lines.filter((line) => line === null).length + 1);
      const starts = rows.reduce<number[]>((at, row) => [...at, (at.at(-1) ?? 2) + row.split("\n").length], [2]);
      expect(problems.map(({ line }) => line)).toEqual(lines.flatMap((line, index) => (line === null || line === "" ? [] : [starts[index]])));
    }), { numRuns: 150 });
  });
});
