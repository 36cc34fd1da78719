import { MERCHANT_MAILER_ID } from "../carriers/usps-mailer-id.ts";
import type { Random, TrackingInfo } from "../world/types.ts";

/** Carriers of the stories, spelled as Shopify's list of tracking companies spells them. */
export type Carrier = "USPS" | "UPS" | "FedEx" | "DHL Express" | "OnTrac" | "Canada Post" | "Royal Mail" | "Landmark Global" | "Deutsche Post";

const PAGE: Record<Carrier, (number: string) => string> = {
  USPS: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  UPS: (number) => `https://www.ups.com/track?tracknum=${number}`,
  FedEx: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}`,
  "DHL Express": (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
  OnTrac: (number) => `https://www.ontrac.com/tracking/?number=${number}`,
  "Canada Post": (number) => `https://www.canadapost-postescanada.ca/track-reperage/en#/details/${number}`,
  "Royal Mail": (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
  "Landmark Global": (number) => `https://track.landmarkglobal.com/?search=${number}`,
  "Deutsche Post": (number) => `https://www.deutschepost.de/sendung/simpleQuery.html?form.sendungsnummer=${number}`,
};

/** A tracking number in the carrier's own form, check digits right, and what Shopify stores about it. */
export function newTracking(carrier: Carrier, random: Random): TrackingInfo & { company: Carrier; number: string } {
  const number = NUMBER[carrier]((count) => digits(count, random));
  return { company: carrier, number, url: PAGE[carrier](number) };
}

const NUMBER: Record<Carrier, (digits: (count: number) => string) => string> = {
  USPS: (next) => withCheckDigit(`94001${underMailer(next(16))}`, mod10(3, 1)),
  UPS: (next) => upsNumber(`${next(6)}${next(2)}${next(7)}`),
  FedEx: (next) => fedexNumber(next(11)),
  "DHL Express": (next) => dhlNumber(next(9)),
  OnTrac: (next) => withCheckDigit(`D1${next(12)}`, upsCheck),
  "Canada Post": (next) => withCheckDigit(`7${next(14)}`, mod10(3, 1)),
  "Royal Mail": (next) => `KT${s10(next(8))}GB`,
  // Landmark Global writes no check digit.
  "Landmark Global": (next) => `LTN${next(8)}N1`,
  "Deutsche Post": (next) => `RR${s10(next(8))}DE`,
};

/** Most labels are the merchant's own; one in five is bought from somebody who ships under another Mailer ID. */
function underMailer(drawn: string): string {
  return drawn < "8" ? `${MERCHANT_MAILER_ID}${drawn.slice(9)}` : drawn;
}

/** The same number with a digit that two hands mixed up: its check digit no longer fits. */
export function mistyped(number: string): string {
  const last = number.search(/\d(?=[A-Z]*$)/);
  return `${number.slice(0, last)}${(Number(number[last]) + 1) % 10}${number.slice(last + 1)}`;
}

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => String(Math.floor(random() * 10))).join("");
}

function withCheckDigit(body: string, check: (body: string) => number): string {
  return `${body}${check(body)}`;
}

/** GS1-like modulo 10: weights alternate from the right. USPS IMpb (Publication 199) and Canada Post use 3 and 1. */
function mod10(odd: number, even: number): (body: string) => number {
  return (body) => {
    const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? odd : even), 0);
    return (10 - (sum % 10)) % 10;
  };
}

/** UPS: odd places count once, even places twice; a letter counts as its place in the alphabet plus one, modulo 10. OnTrac does the same. */
function upsCheck(body: string): number {
  const value = (place: string): number => (/\d/.test(place) ? Number(place) : (place.charCodeAt(0) - 63) % 10);
  const sum = [...body].reduce((total, place, index) => total + value(place) * (index % 2 === 0 ? 1 : 2), 0);
  return (10 - (sum % 10)) % 10;
}

/** UPS 1Z: the check digit covers what follows "1Z". */
function upsNumber(body: string): string {
  return `1Z${body}${upsCheck(body)}`;
}

/** FedEx Express, 12 digits: weights 3 1 7 repeating, modulo 11, then modulo 10. */
function fedexNumber(body: string): string {
  const weights = [3, 1, 7];
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return `${body}${(sum % 11) % 10}`;
}

/** DHL Express, 10 digits: the last is the rest of the first nine divided by seven. */
function dhlNumber(body: string): string {
  return `${body}${Number(body) % 7}`;
}

/** UPU S10: weights 8 6 4 2 3 5 9 7, modulo 11. */
function s10(body: string): string {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = 11 - ([...body].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0) % 11);
  return `${body}${rest === 10 ? 0 : rest === 11 ? 5 : rest}`;
}
