import { z } from "zod";
import { operand, type Evaluation } from "./evaluation.ts";
import { readText } from "./read-file.ts";

const cases = z.array(z.object({ courier_code: z.string(), valid: z.boolean(), number: z.string() }));

/** What the app says about a number on its own: the courier it belongs to, that it can be nobody's, or nothing. */
export type Opinion = { readonly kind: "courier"; readonly code: string } | { readonly kind: "refused" } | { readonly kind: "none" };

/** Hither takes the carrier a merchant or Shopify names and keeps the number as it is; it has no opinion of its own yet. */
const opinionOf = (_number: string): Opinion => ({ kind: "none" });

/** `valid` counts real numbers, `validAccepted` those given to the right courier; `wrong` lists numbers given a false answer, silence not among them. */
export const score = (rows: z.infer<typeof cases>, opinion: (number: string) => Opinion) => {
  const judged = rows.map((row) => ({ ...row, opinion: opinion(row.number) }));
  const right = (row: (typeof judged)[number]) => (row.valid ? row.opinion.kind === "courier" && row.opinion.code === row.courier_code : row.opinion.kind === "refused");
  const valid = judged.filter((row) => row.valid);
  const invalid = judged.filter((row) => !row.valid);
  return {
    valid: valid.length, validAccepted: valid.filter(right).length, invalid: invalid.length, invalidRefused: invalid.filter(right).length,
    wrong: judged.filter((row) => row.opinion.kind !== "none" && !right(row)).map((row) => row.number),
  };
};

/** `tracking-numbers <json>`: couriers recognised by their numbers, and impossible numbers refused. */
export const evaluateTrackingNumbers: Evaluation = (args) => {
  const rows = cases.parse(JSON.parse(readText(operand(args), "tracking-numbers <json>")));
  console.log(`${rows.length} numbers. Hither does not judge numbers by their form yet: it accepts the carrier it is told and refuses nothing.`);
  return score(rows, opinionOf);
};
