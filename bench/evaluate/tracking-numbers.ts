import { z } from "zod";
import { NUMBER_FORMATS } from "../../app/domain/carriers/tracking-numbers/formats.ts";
import { recognise, type Recognition } from "../../app/domain/carriers/tracking-numbers/recognise.ts";
import { operand, type Evaluation } from "./evaluation.ts";
import { readText } from "./read-file.ts";

const cases = z.array(z.object({ courier_code: z.string(), format: z.string(), valid: z.boolean(), number: z.string() }));
type Case = z.infer<typeof cases>[number];

/** The data names one courier `s10` for all posts; Hither names the post of the country the number ends with. */
const isOf = (row: Case, { courier, format }: Recognition): boolean => (row.courier_code === "s10" ? format === "S10" : courier.code === row.courier_code);

const KNOWN_FORMATS = new Set(NUMBER_FORMATS.map(({ name }) => name));

/**
 * A number is labelled invalid as one format of one courier, and may be another format's valid number. It is refused when it is not recognised
 * as that courier in that format; where the format's name is none of ours, when it is not recognised as that courier at all.
 */
const isRefused = (row: Case, found: readonly Recognition[]): boolean =>
  !found.some((one) => isOf(row, one) && (one.format === row.format || !KNOWN_FORMATS.has(row.format)));

/** `validAccepted`: the right courier is among those the number is recognised as. `wrong` lists every number that fails. `firstRight` and `refusedByCourier` are the stricter readings. */
export const score = (rows: readonly Case[], recognised: (number: string) => readonly Recognition[]) => {
  const judged = rows.map((row) => {
    const found = recognised(row.number);
    const [first] = found;
    return {
      ...row, right: row.valid ? found.some((one) => isOf(row, one)) : isRefused(row, found),
      strictlyRight: row.valid ? first !== undefined && isOf(row, first) : !found.some((one) => isOf(row, one)),
    };
  });
  const valid = judged.filter((row) => row.valid);
  const invalid = judged.filter((row) => !row.valid);
  return {
    valid: valid.length, validAccepted: valid.filter((row) => row.right).length, invalid: invalid.length, invalidRefused: invalid.filter((row) => row.right).length,
    wrong: judged.filter((row) => !row.right).map((row) => row.number),
    firstRight: valid.filter((row) => row.strictlyRight).length, refusedByCourier: invalid.filter((row) => row.strictlyRight).length,
  };
};

/** `tracking-numbers <json>`: couriers recognised by their numbers, and impossible numbers refused. */
export const evaluateTrackingNumbers: Evaluation = (args) => {
  const rows = cases.parse(JSON.parse(readText(operand(args), "tracking-numbers <json>")));
  const { firstRight, refusedByCourier, ...result } = score(rows, recognise);
  console.log(`${rows.length} numbers of ${new Set(rows.map((row) => row.courier_code)).size} couriers. A bare number can be several couriers': it is accepted when the right one is among them,`);
  console.log(`and refused when it is not the labelled courier's in the labelled format. Stricter: the first guess is right for ${firstRight} of ${result.valid}, and ${refusedByCourier} of ${result.invalid} are nothing of that courier's.`);
  return result;
};
