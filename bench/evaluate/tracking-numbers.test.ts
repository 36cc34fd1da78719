import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { recognise } from "../../app/domain/carriers/tracking-numbers/recognise.ts";
import { score } from "./tracking-numbers.ts";

const row = (courier_code: string, format: string, valid: boolean, number: string) => ({ courier_code, format, valid, number });

test("a number given to another courier is wrong, and so is an invalid one that is taken", () => {
  const rows = [row("ups", "UPS", true, "1Z5R89390357567127"), row("usps", "UPS", true, "1Z5R89390357567127"), row("ups", "UPS", false, "1Z5R89390357567127"), row("ups", "UPS", false, "1Z5R89390357567128")];
  expect(score(rows, recognise)).toMatchObject({ valid: 2, validAccepted: 1, invalid: 2, invalidRefused: 1, wrong: ["1Z5R89390357567127", "1Z5R89390357567127"] });
});

test("an invalid number of one format that is another format's number counts as refused, and strictly not", () => {
  expect(score([row("purolator", "Purolator (alpha + 9)", false, "331426749957")], recognise)).toMatchObject({ invalidRefused: 1, refusedByCourier: 0, wrong: [] });
  expect(score([row("purolator", "Purolator (unheard of)", false, "331426749957")], recognise)).toMatchObject({ invalidRefused: 0, wrong: ["331426749957"] });
});

test("an ambiguous number is accepted as any of its couriers and guessed as one", () => {
  const rows = [row("fedex", "FedEx Express (12)", true, "287809468872"), row("purolator", "Purolator (12)", true, "287809468872")];
  expect(score(rows, recognise)).toMatchObject({ validAccepted: 2, firstRight: 1 });
});

test("a postal item is right under the data's one name for all posts", () => {
  expect(score([row("s10", "S10", true, "RB123456785CF"), row("s10", "S10", false, "RB123456785XX")], recognise)).toMatchObject({ validAccepted: 1, invalidRefused: 1, wrong: [] });
});

const DATA = "../shared/data/tracking-numbers-dev.json";

test.skipIf(!existsSync(DATA))(`of the numbers in ${DATA} (skipped where the file is absent) at least 99 in 100 are judged right`, () => {
  const { valid, validAccepted, invalid, invalidRefused } = score(JSON.parse(readFileSync(DATA, "utf8")), recognise);
  expect(valid).toBeGreaterThan(100);
  expect(validAccepted / valid).toBeGreaterThanOrEqual(0.99);
  expect(invalidRefused / invalid).toBeGreaterThanOrEqual(0.99);
});
