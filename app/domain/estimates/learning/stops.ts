/** What of the columns tells when a carrier stood still. Days since 1970, with their fraction; `carrier` −1 where it is not known. */
type Ways = { readonly size: number; readonly handed: Float64Array; readonly arrived: Float64Array; readonly keys: { readonly carrier: Int32Array } };

/** By parcel: on which day it was known that a stop of its carrier caught it (`NaN`: none did), and how many days it stood in it. */
export type Caught = { readonly caught: Float64Array; readonly stood: Uint8Array };

/** A stop: so many arrivals were due in a row, and no more than this share of them came. By chance once in eight thousand times. */
const [LEAST_DUE, STILL] = [9, 0.1];
/** From fewer arrivals, or fewer weeks, nobody knows when others are due. */
const [LEAST_ARRIVALS, LEAST_WEEKS] = [20, 3];
/** A chance of arriving at an age is pulled towards that at all ages by so many parcels. */
const PRIOR = 3;
/** A weekday with less than this share of an average day's arrivals is one of rest. */
const REST = 0.15;
/** A parcel under way for longer is lost or was never reported. */
const LONGEST = 30;

type Stop = { readonly first: number; readonly last: number; readonly known: number };

/** Which weekdays a carrier works on, by what arrived on each until now; nobody knows before enough weeks have passed. */
const weekOf = () => {
  const [came, days] = [new Float64Array(7), new Float64Array(7)];
  let [arrivals, all] = [0, 0];
  return {
    known: (): boolean => all >= 7 * LEAST_WEEKS && arrivals >= LEAST_ARRIVALS,
    works: (day: number): boolean => came[day % 7]! * all >= REST * days[day % 7]! * arrivals,
    add: (day: number, many: number): void => { came[day % 7]! += many; days[day % 7]! += 1; arrivals += many; all += 1; },
  };
};

/** The chance of arriving on the next working day, by the age in working days, from what arrived until now. */
const chancesOf = () => {
  const [risked, came] = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)];
  let [allRisked, allCame] = [0, 0];
  return {
    known: (): boolean => allCame >= LEAST_ARRIVALS,
    at: (age: number): number => (came[age]! + (PRIOR * allCame) / Math.max(1, allRisked)) / (risked[age]! + PRIOR),
    add: (age: number, atRisk: number, arrived: number): void => { risked[age]! += atRisk; came[age]! += arrived; allRisked += atRisk; allCame += arrived; },
  };
};

/** The stops of one carrier by its parcels, day after day, each told by what had happened until then. Days of rest (its weekends, `holidays`) neither begin nor end one. */
const stopsOf = (rows: readonly number[], { handed, arrived }: Ways, holidays: ReadonlySet<number>): readonly Stop[] => {
  const dayOf = (days: Float64Array, row: number): number => Math.floor(days[row]!);
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) [from, until] = [Math.min(from, dayOf(handed, row)), Math.max(until, dayOf(handed, row), dayOf(arrived, row) || until)];
  const many = until - from + 1;
  const sent = new Int32Array(many);
  const there: (number[] | undefined)[] = []; // by the day of arrival, the days of hand-over
  for (const row of rows) {
    const [begins, ends] = [dayOf(handed, row) - from, dayOf(arrived, row) - from];
    if (ends <= begins) continue;
    sent[begins]! += 1;
    if (!Number.isNaN(ends)) (there[ends] ??= []).push(begins);
  }

  const [week, chances] = [weekOf(), chancesOf()];
  const worked = new Int32Array(many + 1); // working days before each day
  const [risked, came] = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)];
  const stops: Stop[] = [];
  let [first, due, arrivals] = [-1, 0, 0];
  for (let day = 0; day < many; day += 1) {
    const arrivedNow = there[day] ?? [];
    const works = !holidays.has(from + day) && (!week.known() || week.works(from + day));
    worked[day + 1] = worked[day]! + (works ? 1 : 0);
    const ageOf = (begins: number): number => worked[day]! - worked[begins + 1]!;
    risked.fill(0);
    came.fill(0);
    for (let begins = Math.max(0, day - 2 * LONGEST); begins < day; begins += 1) if (sent[begins]! > 0 && ageOf(begins) <= LONGEST) risked[ageOf(begins)]! += sent[begins]!;
    for (const begins of arrivedNow) {
      sent[begins]! -= 1;
      if (ageOf(begins) <= LONGEST) came[ageOf(begins)]! += 1;
    }
    let stands = false;
    if (works && chances.known()) {
      const expected = risked.reduce((sum, atRisk, age) => sum + atRisk * Math.min(1, chances.at(age)), 0);
      if (arrivedNow.length > STILL * expected) [first, due, arrivals] = [-1, 0, 0];
      else {
        if (first < 0) first = day;
        [due, arrivals] = [due + expected, arrivals + arrivedNow.length];
        stands = due >= LEAST_DUE && arrivals <= STILL * due;
      }
      if (stands) {
        const begun = stops.at(-1);
        if (begun?.first === from + first) stops[stops.length - 1] = { ...begun, last: from + day };
        else stops.push({ first: from + first, last: from + day, known: from + day });
      }
    }
    if (!holidays.has(from + day) && !stands) week.add(from + day, arrivedNow.length);
    if (works && !stands && week.known()) for (let age = 0; age <= LONGEST; age += 1) if (risked[age]! > 0) chances.add(age, risked[age]!, came[age]!);
  }
  return stops;
};

/**
 * Parcels that were under way while their carrier brought hardly anything for days. The days it stood say nothing of how long it usually takes: while they last they are
 * found and added as a disturbance, so whoever learned them as well would promise later dates for weeks after it moved again. A carrier that became slower still brings
 * something every day, and is learned.
 */
export const caughtInAStop = (ways: Ways, holidays: ReadonlySet<number>): Caught => {
  const { size, handed, arrived, keys: { carrier } } = ways;
  const [caught, stood] = [new Float64Array(size).fill(Number.NaN), new Uint8Array(size)];
  const byCarrier = new Map<number, number[]>();
  for (let row = 0; row < size; row += 1) {
    if (carrier[row]! < 0 || Number.isNaN(handed[row]!)) continue;
    const own = byCarrier.get(carrier[row]!);
    if (own) own.push(row); else byCarrier.set(carrier[row]!, [row]);
  }
  for (const rows of byCarrier.values()) {
    const stops = stopsOf(rows, ways, holidays);
    if (stops.length === 0) continue;
    for (const row of rows) {
      for (const { first, last, known } of stops) {
        const begins = Math.max(first, Math.floor(handed[row]!) + 1); // on the day it is handed over nobody expects it
        if (begins > last || Math.floor(handed[row]!) < first - 2 * LONGEST || Math.floor(arrived[row]!) <= Math.max(known, begins)) continue;
        caught[row] = Math.min(Math.max(known, begins), Number.isNaN(caught[row]!) ? Number.POSITIVE_INFINITY : caught[row]!);
        stood[row]! += Math.min(last, Math.floor(arrived[row]!) - 1 || last) - begins + 1;
      }
    }
  }
  return { caught, stood };
};
