import type { Fact } from "#app/domain/journeys/fact.ts";
import type { Scan } from "#app/domain/shipments/scan.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import type { InboxMessage, Normalise, Normalised } from "#app/application/ports.ts";
import { pollAnswer, POLL_TOPIC } from "./poll-message.ts";
import { readJson } from "./read-json.ts";
import { notFoundScan, type Teller } from "./scan-statement.ts";

/** Another number the parcel goes on under, and since when, as far as the vendor says. */
export type NextLeg = { readonly number: string; readonly carrier: string | null; readonly at: Instant };

/** What a vendor says of one parcel. `whole`: when it made this history, if it is all it knows. */
export type Told = { readonly scans: readonly Scan[]; readonly whole: Instant | null; readonly next?: NextLeg | null };

/** The facts of one parcel: its history, and the number it goes on under. Nothing said at all is no news. */
export const trackingFacts = ({ source, number, receivedAt }: Teller, { scans, whole, next = null }: Told): Normalised => {
  const isOther = next !== null && normalTrackingNumber(next.number) !== normalTrackingNumber(number);
  const facts: readonly Fact[] = [
    ...(scans.length === 0 ? [] : [{ kind: "tracking_scans", trackingNumber: number, scans, source, heardAt: receivedAt, whole } as const]),
    ...(isOther ? [{ kind: "handed_over", trackingNumber: number, toldBy: source, next: { number: next.number, carrier: next.carrier }, at: next.at } as const] : []),
  ];
  return facts.length === 0 ? { outcome: "ignored", because: "The carrier knows nothing about this parcel yet." } : { outcome: "tracking_facts", trackingNumber: number, facts };
};

/** The vendor knows no such number: a statement in its words, made when it was asked. It withdraws nothing that was said before. */
export const notFound = (teller: Teller, code: string, text: string | null, at: Instant): Normalised =>
  trackingFacts(teller, { scans: [notFoundScan(teller, code, text, at)], whole: null });

/** How a vendor's two kinds of message are read: what it pushes, and what it answers when asked. Both get parsed JSON. */
export type Readers = {
  readonly push: (json: unknown, receivedAt: Instant) => Normalised;
  readonly answer: (answer: unknown, asked: { readonly number: string; readonly polledAt: Instant }, receivedAt: Instant) => Normalised;
};

/** The anti-corruption layer of one vendor: tells pushes from answers we asked for, and turns away what is no JSON. */
export const normaliser = ({ push, answer }: Readers): Normalise => ({ topic, body, receivedAt }: InboxMessage): Normalised => {
  const json = readJson(body);
  if (json === undefined) return { outcome: "unreadable", because: "The body is not JSON." };
  if (topic !== POLL_TOPIC) return push(json, receivedAt);
  const polled = pollAnswer(json);
  return polled === null ? { outcome: "unreadable", because: "The body is not an answer to a question of ours." } : answer(polled.answer, polled, receivedAt);
};
