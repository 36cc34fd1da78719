import { COURIER_TABLE, type CourierRow } from "./courier-table.ts";
import { COURIERS, type Courier } from "./courier.ts";

/** Words in small letters without accents: "DHL Express (USA)" and "dhl-express usa" are one. */
const words = (text: string): string => text.replaceAll(/[™℠]/g, " ").normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Machines run names together: "canadapost", "DHLExpress". */
const together = (said: string): string => said.replaceAll(" ", "");

const alone = new Map<string, Courier>();
const leading = new Map<string, Courier>();

const row = ({ code, name, country }: Courier): CourierRow => (code in COURIER_TABLE ? COURIER_TABLE[code as keyof typeof COURIER_TABLE] : { name, country, alone: true });

const keep = (map: Map<string, Courier>, spelling: string, courier: Courier): void => { if (!map.has(spelling)) map.set(spelling, courier); };

for (const courier of COURIERS) {
  const { also = [], exactly = [], alone: onlyAlone = false } = row(courier);
  for (const spelling of [courier.name, courier.code, ...also, ...exactly]) keep(alone, together(words(spelling)), courier);
  for (const spelling of [...(onlyAlone ? [] : [courier.name]), ...also]) keep(leading, words(spelling), courier);
}

/** No spelling has more words; a longer text is a sentence, not a name. */
const MOST_WORDS = 12;

/**
 * The courier a merchant, Shopify or a tracking source means by a name, whatever its case, accents and punctuation; a service may follow
 * the name ("USPS Priority", "DHL Express (USA)"). Null when no known name stands at the beginning: a courier is never guessed.
 */
export const courierNamed = (text: string): Courier | null => {
  const known = answers.get(text);
  if (known !== undefined) return known;
  const found = readName(text);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(text, found);
  return found;
};

/** A shop names few carriers, and asks for them at every look at a parcel. */
const answers = new Map<string, Courier | null>();
const MOST_ANSWERS = 500;

const readName = (text: string): Courier | null => {
  const said = words(text.slice(0, 200));
  const whole = alone.get(together(said));
  if (whole) return whole;
  const each = said.split(" ").slice(0, MOST_WORDS);
  for (let count = each.length; count > 0; count -= 1) {
    const found = leading.get(each.slice(0, count).join(" "));
    if (found) return found;
  }
  return null;
};
