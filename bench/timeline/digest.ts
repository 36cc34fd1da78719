import type { Timeline } from "../../app/domain/shipments/timeline.ts";

/** Numbers texts in the order they are first seen, so that equal texts count as equal without being read letter by letter. */
const numbersOf = new Map<string, number>();
const numberOf = (text: string): number => {
  const known = numbersOf.get(text);
  if (known !== undefined) return known;
  numbersOf.set(text, numbersOf.size + 1);
  return numbersOf.size;
};

/** Forgets texts of histories that are done with. */
export const forgetTexts = (): void => numbersOf.clear();

/** 53 bits over everything a timeline says, in its order: two 32-bit halves mixed as in MurmurHash3 (A. Appleby, public domain). */
export const digestOf = (timeline: Timeline): number => {
  let [a, b] = [0x9747b28c, 0x85ebca6b];
  const put = (value: number | string | boolean | null | undefined): void => {
    const number = typeof value === "string" ? numberOf(value) : value === null || value === undefined ? -1 : Number(value);
    const [low, high] = [number >>> 0, Math.floor(number / 4_294_967_296) >>> 0];
    a = Math.imul(a ^ low, 0xcc9e2d51) ^ (a >>> 15);
    b = Math.imul(b ^ high ^ (low << 7), 0x1b873593) ^ (b >>> 13);
  };
  const { exception, customs, proof } = timeline;
  for (const one of [timeline.milestone, timeline.lastScanAt, timeline.acceptedAt, timeline.deliveredAt, timeline.carrierEta, exception?.category, exception?.since, exception?.scanKey, exception?.stage, exception?.reason, customs?.since, customs?.until, customs?.country, proof?.photo, proof?.signature]) put(one);
  for (const scan of timeline.scans) for (const one of [scan.key, scan.receivedAt, scan.occurredAt, scan.withdrawn]) put(one);
  for (const event of timeline.events) {
    for (const one of [event.at, event.milestone, event.exception, event.reason, event.standing, event.because, event.place?.city, event.place?.region]) put(one);
    for (const scan of event.told) put(scan.key);
  }
  for (const finding of timeline.findings) {
    for (const one of [finding.kind, finding.at, finding.weight, finding.believes, finding.because]) put(one);
    for (const key of finding.evidence) put(key);
    for (const [name, value] of Object.entries(finding.details)) [name, value].forEach(put);
  }
  return (a >>> 0) * 2_097_152 + ((b >>> 0) % 2_097_152);
};
