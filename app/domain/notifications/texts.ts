import type { ExceptionCategory } from "../shipments/exception.ts";
import type { Milestone } from "../shipments/milestone.ts";

/** Every sentence shoppers read, in one language. Dates come in already formatted. No carrier jargon. */
export type Texts = {
  readonly locale: string; // BCP 47, for dates
  readonly arrivesOn: (date: string) => string;
  readonly arrivesBetween: (from: string, to: string) => string;
  readonly arrivesToday: (date: string) => string;
  readonly deliveredOn: (date: string) => string;
  readonly milestone: Readonly<Record<Milestone, string>>; // headline where no date says it better
  readonly event: Readonly<Record<Milestone, string>>; // one line of the history
  readonly problem: Readonly<Record<ExceptionCategory, { readonly what: string; readonly next: string }>>;
  readonly silent: (since: string) => { readonly what: string; readonly next: string };
  readonly checking: string; // headline while no date can be kept
  readonly dateStands: string;
  readonly dateMoves: string;
  readonly parcel: (n: number, of: number) => string;
  readonly someDelivered: (done: number, of: number) => string;
  readonly allBy: (date: string) => string;
  readonly notShipped: string;
  readonly cancelled: string;
  readonly mail: {
    readonly greeting: (name: string | null) => string;
    readonly subjectProblem: (order: string) => string;
    readonly subjectSilent: (order: string) => string;
    readonly newDate: (window: string) => string;
    readonly noDate: string;
    readonly button: string;
    readonly footer: (shop: string, order: string) => string;
  };
};
