import type { ExceptionCategory } from "../shipments/exception.ts";
import type { Milestone } from "../shipments/milestone.ts";

/** Every sentence shoppers read, in one language. Dates come in already formatted. No carrier jargon. */
export type Texts = {
  readonly locale: string; // BCP 47, for dates
  readonly arrivesOn: (date: string) => string;
  readonly arrivesBetween: (from: string, to: string) => string;
  readonly arrivesToday: (date: string) => string;
  readonly arrivesBy: (date: string) => string;
  readonly arrivesAtLatest: (date: string) => string;
  readonly byDay: (date: string) => string; // within a sentence: "by Tue, Nov 24"
  readonly deliveredOn: (date: string) => string;
  readonly milestone: Readonly<Record<Milestone, string>>; // headline where no date says it better
  readonly event: Readonly<Record<Milestone, string>>; // one line of the history
  readonly problem: Readonly<Record<ExceptionCategory, { readonly what: string; readonly next: string }>>;
  readonly silent: (since: string) => { readonly what: string; readonly next: string };
  readonly neverScanned: (labelledOn: string) => { readonly what: string; readonly next: string };
  readonly checking: string; // headline while no date can be kept
  readonly dateStands: string;
  readonly dateMoves: string;
  readonly parcel: (n: number, of: number) => string;
  readonly allBy: (date: string) => string;
  readonly items: {
    readonly delivered: (n: number, of: number) => string;
    readonly arrive: (n: number, of: number, when: string) => string;
    readonly back: (n: number, of: number) => string; // on the way back to the shop
    readonly undated: (n: number, of: number) => string; // nobody knows when
    readonly oneOf: (parcels: string) => string; // which of several parcels holds it is not known
    readonly stage: Readonly<Record<"not_shipped" | "label" | "on_the_way" | "out_for_delivery" | "ready_for_pickup" | "delivered" | "returning" | "problem" | "cancelled", string>>;
  };
  /** What a timeline explains beside its events. Places and carriers come in as names. */
  readonly story: {
    readonly whyThere: (place: string) => string; // a question
    /** Its answer. The place is named by the question; `hub`: the carrier's own name of a sorting centre, empty where unknown. */
    readonly detour: (cause: "hub" | "misrouted" | "sorted", hub: string) => string;
    readonly handedOver: (carrier: string, number: string | null) => string;
    readonly announced: (carrier: string, number: string | null) => string; // the next carrier has not scanned it yet
    readonly inCustoms: (days: number, country: string | null) => string;
    readonly throughCustoms: (days: number) => string;
    readonly elsewhere: (place: string) => string;
  };
  /** Why the carrier's own page is not offered. */
  readonly link: { readonly notYet: string; readonly dead: string };
  readonly list: (parts: readonly string[]) => string; // "package 1 or package 2"
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
    readonly stillOnIt: (order: string) => { readonly subject: string; readonly heading: string; readonly promise: string };
    readonly settled: (order: string) => { readonly subject: string; readonly heading: string; readonly reply: string };
    readonly howWasIt: (order: string) => { readonly subject: string; readonly heading: string; readonly text: string; readonly button: string };
    readonly reassure: (order: string, since: string) => { readonly subject: string; readonly heading: string; readonly text: string };
    readonly fromTeam: (order: string, shop: string) => { readonly subject: string; readonly heading: string };
  };
};
