import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NUMBER_FORMATS } from "./formats.ts";
import { readAs, type NumberFormat } from "./format.ts";
import { recognise } from "./recognise.ts";

const names = (number: string): string[] => recognise(number).map(({ courier, format }) => `${courier.code}: ${format}`);

/** A published number per format, and what stands first for it. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ["1Z5R89390357567127", "ups: UPS"], ["K2479825491", "ups: UPS Waybill"], ["MI123456ABC-77", "ups: UPS Mail Innovations"], ["9400 1112 0108 0805 4830 16", "usps: USPS IMpb N"],
  ["420 11213 92 6129098349792366623 8", "usps: USPS IMpb C"], ["9505 5110 6960 5048 6006 24", "usps: USPS IMpb C"], ["420 22153 9101026837331000039521", "usps: USPS Legacy"], ["7196 9010 7560 0307 7385", "usps: USPS Legacy"],
  ["0307 1790 0005 2348 3741", "usps: USPS 20"], ["986578788855", "fedex: FedEx Express (12)"], ["1001921334250001000300779017972697", "fedex: FedEx Express (34)"], ["32971514560102447849175802862014", "fedex: FedEx ASTRA (32)"],
  ["0414 4176 0228 964", "fedex: FedEx Ground"], ["00 0123 4500 0000 0027", "fedex: FedEx Ground (SSCC-18)"], ["9611020987654312345672", "fedex: FedEx Ground 96 (22)"], ["9622001900000000000000776632517510", "fedex: FedEx Ground GSN"],
  ["61299998820821171811", "fedex: FedEx Ground Economy (20)"], ["DT123456789012", "fedex: FedEx Door Tag"], ["3318810025", "dhl: DHL Express"], ["73891051146", "dhl: DHL Express"], ["JJD0099999999", "dhl: DHL Express (Piece ID)"],
  ["JVGL0999999990", "dhl: DHL Express (Piece ID)"], ["GM9E44608A27984866BA2D", "dhl: DHL E-Commerce"], ["60120172242323", "dhl: DHL E-Commerce (14)"], ["00340433836442636597", "dhl: DHL Paket (20)"],
  ["0073938000549297", "canada_post: Canada Post (16)"], ["320595463938", "purolator: Purolator (12)"], ["TLR000083964", "purolator: Purolator (alpha + 9)"], ["D576002440000001428004", "canpar: Canpar (22)"],
  ["C11031500001879", "ontrac: OnTrac"], ["D10011354453707", "ontrac: OnTrac D"], ["LI 129 79072", "lasership: LaserShip LX"], ["1LS717793482164", "lasership: LaserShip 1LS7 (15)"], ["1LS7119013618127-1", "lasership: LaserShip 1LS7 (18)"],
  ["1LS CX VE00 58631Y", "lasership: LaserShip 1LSCX (15)"], ["TBC 000000000000", "amazon: Amazon Logistics"], ["C1004444443", "amazon: Amazon International"], ["00 81827 0998 0000 0200 33 350 276 C", "dpd: DPD (28)"],
  ["09 9800 0002 0033 F", "dpd: DPD (14)"], ["LTN74207623N1", "landmark: Landmark Global LTN"], ["GFUS01011884214464", "gofo: GOFO Express (US)"], ["YT2229521272164446", "yunexpress: YunExpress"], ["JJD0002257639032011", "yodel: Yodel"],
  ["SP029692510000688332", "speedee: Spee-Dee (20)"], ["78045768393", "old_dominion: Old Dominion"], ["80003280379", "old_dominion: Old Dominion Guaranteed Shipment"], ["RB123456785US", "usps: S10"], ["RB123456785GB", "royal_mail: S10"],
  ["RB123456785CF", "post_cf: S10"], ["RB123456785DE", "deutsche_post: S10"], ["201298452205", "dhl: DHL Paket (Identcode)"], ["JJD1410302937991", "dhl: DHL Paket (licence plate)"],
];

describe("recognition", () => {
  test.each(EXAMPLES)("%s is first of all %s", (number, expected) => {
    expect(names(number)[0]).toBe(expected);
  });

  test("every format has an example", () => {
    const shown = new Set(EXAMPLES.flatMap(([number]) => recognise(number).map(({ format }) => format)));
    expect(NUMBER_FORMATS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  test("a wrong check digit, a stray letter or a country without a post make it nobody's number", () => {
    for (const number of ["1Z5R89390357567128", "9434611206206407667131", "RB123456786US", "RB123456785XX", "TBA50288727400A", "2Z5R89390357567127", "C10000000000000", "", "hello"]) expect(names(number), number).toEqual([]);
  });

  test("the digits tell where a parcel goes, who sent it and by which service", () => {
    expect(recognise("1ZXX3150YW44070023")[0]?.tells).toEqual({ service: "SurePost, delivered by USPS", shipper: "XX3150", destinationZip: null, country: null });
    expect(recognise("420112139261290983497923666238")[0]?.tells).toEqual({ service: "Commercial mailer", shipper: "909834979", destinationZip: "11213", country: null });
    expect(recognise("4201028200009261290113185417468510")[0]?.tells.destinationZip).toBe("10282");
    expect(recognise("008182709980000020033350276C")[0]?.tells).toEqual({ service: "8:30", shipper: null, destinationZip: "0081827", country: "DE" });
    expect(recognise("EE123456785FR")[0]?.tells).toMatchObject({ service: "EMS", country: "FR" });
  });

  test("a bare number is everybody's whose check digit it passes, the narrower format first", () => {
    expect(names("287809468872")).toEqual(["fedex: FedEx Express (12)", "purolator: Purolator (12)", "ups: UPS (9 or 12)"]);
    expect(names("JFV247545960")).toEqual(["purolator: Purolator (alpha + 9)", "dhl: DHL Express (Piece ID)"]);
  });
});

/** Shapes the generator of texts cannot follow, written without looking ahead. */
const PLAIN: Readonly<Record<string, readonly RegExp[]>> = {
  "USPS IMpb N": [/^(?:420\d{5}(?:\d{4})?)?94\d{3}9\d{16}$/, /^94\d{3}9\d{20}$/, /^94\d{3}9\d{24}$/, /^94\d{3}[0-8]\d{16}$/],
  "USPS IMpb C": [/^(?:420\d{5}(?:\d{4})?)?92\d{3}9\d{16}$/, /^92\d{3}9\d{20}$/, /^93\d{3}[0-8]\d{16}$/, /^93\d{3}[0-8]\d{20}$/, /^95\d{20}$/],
  "DHL Express (Piece ID)": [/^JJD\d{9,10}$/, /^J[ABC][A-Z]\d{9,10}$/],
};

const numbersOf = ({ name, shape }: NumberFormat) => fc.oneof(...(PLAIN[name] ?? [new RegExp(shape.source.replaceAll(/\(\?<\w+>/g, "(?:"))]).map((one) => fc.stringMatching(one)));

/** The same number with its check digit put right. */
const corrected = ({ shape, digit }: NumberFormat, number: string): string => {
  const found = new RegExp(shape.source, "d").exec(number);
  const at = found?.indices?.groups?.check;
  return digit && at ? number.slice(0, at[0]) + digit(found.groups?.body ?? "") + number.slice(at[1]) : number;
};

describe("properties", () => {
  const CHECKED = NUMBER_FORMATS.filter(({ digit }) => digit !== null);

  test.each(NUMBER_FORMATS.map((format) => [format.name, format.strength, format] as const))("%s (%s): any number of its shape with the right check digit is recognised", (name, _, format) => {
    fc.assert(fc.property(numbersOf(format), (shaped) => {
      const number = corrected(format, shaped);
      expect(recognise(number).map((one) => one.format)).toContain(name);
    }), { numRuns: 200 });
  });

  test.each(CHECKED.map((format) => [format.name, format.strength, format] as const))("%s (%s): any other check digit is refused", (_, __, format) => {
    fc.assert(fc.property(numbersOf(format), fc.integer({ min: 1, max: 9 }), (shaped, by) => {
      const number = corrected(format, shaped);
      const [from, to] = new RegExp(format.shape.source, "d").exec(number)?.indices?.groups?.check ?? [0, 0];
      const right = number.slice(from, to);
      const wrong = /\d/.test(right) ? String((Number(right) + by) % 10) : String(by);
      expect(readAs(format, number.slice(0, from) + wrong + number.slice(to)).kind).toBe("wrong_check_digit");
    }), { numRuns: 200 });
  });

  test("spaces, dashes and case never matter", () => {
    const spaced = fc.tuple(fc.constantFrom(...EXAMPLES.map(([number]) => number)), fc.array(fc.constantFrom("", " ", "-", "\t", "\u00A0"), { maxLength: 60 }));
    fc.assert(fc.property(spaced, ([number, between]) => {
      const typed = [...number.toLowerCase()].map((char, at) => char + (between[at] ?? "")).join("");
      expect(names(typed)).toEqual(names(number));
    }), { numRuns: 500 });
  });

  test("no text makes it fail", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.stringMatching(/^[0-9A-Z -]{0,60}$/)), (text) => { expect(Array.isArray(recognise(text))).toBe(true); }), { numRuns: 5_000 });
    expect(recognise("9".repeat(1_000_000))).toEqual([]);
  });

  test("a hundred thousand numbers take less than a second of processor time, by the best of five runs of ten thousand", () => {
    const numbers = Array.from({ length: 10_000 }, (_, at) => EXAMPLES[at % EXAMPLES.length]?.[0] ?? "");
    const run = (): number => {
      const before = process.cpuUsage();
      for (const number of numbers) recognise(number);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000_000;
    };
    expect(Math.min(...Array.from({ length: 5 }, run))).toBeLessThan(0.1);
  });
});
