import type { CalendarDate } from "../../shared/calendar.ts";

/** What is claimed: the parcel never came, came broken, came too late, or came without part of what was in it. */
export const CLAIM_KINDS = ["lost", "damaged", "late", "missing_content"] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
/** Whether the parcel crosses a border. */
export type Reach = "domestic" | "international" | "any";
export const REACHES = ["domestic", "international", "any"] as const satisfies readonly Reach[];

/** So many days counted from the day the carrier took the parcel, from its delivery, or from the day the carrier expected to deliver. Business days: Monday to Friday. */
export type Wait = { readonly days: number; readonly counting: "calendar" | "business"; readonly from: "shipping" | "delivery" | "expected" };

/** One row of the table of deadlines: when a carrier takes a claim at the earliest and at the latest. Null: not known, or at once. */
export type ClaimRule = {
  readonly id: string;
  readonly courier: string | null; // a code of our table of couriers; null: whoever carries it
  readonly service: string | null; // words in the carrier's or the shipping method's name; null: every service
  readonly reach: Reach;
  readonly kinds: readonly ClaimKind[];
  readonly earliest: Wait | null;
  readonly latest: Wait | null;
  readonly source: string; // who says so
  readonly checkedOn: CalendarDate; // when we read it, or the merchant wrote it
  readonly note: string | null; // where sources disagree, what we took
};

/** What decides which row applies. `service`: carrier and shipping method as they are named; countries are ISO 3166-1 alpha-2. */
export type ClaimAbout = { readonly courier: string | null; readonly service: string; readonly from: string | null; readonly to: string | null };

/** Where one of the two countries is not known, the parcel is taken to stay at home: its deadlines are the shorter ones. */
const reachOf = ({ from, to }: ClaimAbout): Reach => (from !== null && to !== null && from !== to ? "international" : "domestic");

const words = (text: string): string => ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;

/** Rows that name more stand before rows that name less. */
const exactness = ({ courier, service, reach, kinds }: ClaimRule): number =>
  (courier === null ? 0 : 8) + (service === null ? 0 : 4) + (reach === "any" ? 0 : 2) + (kinds.length < CLAIM_KINDS.length ? 1 : 0);

/** The row that applies: a shop's own before ours, then the one that names most. Null: nobody knows this carrier's deadlines. */
export const ruleFor = (own: readonly ClaimRule[], ready: readonly ClaimRule[], about: ClaimAbout, kind: ClaimKind): ClaimRule | null => {
  const reach = reachOf(about);
  const fits = (rule: ClaimRule): boolean =>
    (rule.courier === null || rule.courier === about.courier) && (rule.service === null || words(about.service).includes(words(rule.service)))
    && (rule.reach === "any" || rule.reach === reach) && rule.kinds.includes(kind);
  const best = (rules: readonly ClaimRule[]): ClaimRule | null => rules.filter(fits).toSorted((a, b) => exactness(b) - exactness(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
  const mine = new Set(own.map(({ id }) => id));
  return best(own) ?? best(ready.filter(({ id }) => !mine.has(id)));
};

/** The whole table as a shop has it: our rows, changed where the shop changed them, then rows of its own. */
export const tableOf = (own: readonly ClaimRule[], ready: readonly ClaimRule[]): readonly ClaimRule[] => {
  const changed = new Map(own.map((rule) => [rule.id, rule]));
  const known = new Set(ready.map(({ id }) => id));
  return [...ready.map((rule) => changed.get(rule.id) ?? rule), ...own.filter(({ id }) => !known.has(id))];
};
