import { assertNever } from "#app/domain/shared/brand.ts";
import type { LineId } from "#app/domain/shared/ids.ts";
import type { ActKind, ActRequest, Pieces } from "#app/domain/workflows/acts/act.ts";
import type { ActSubject } from "#app/contracts/act-views.ts";

/** What was typed. Amounts as written, days as digits, one quantity per line. */
export type ActForm = {
  readonly firstName: string; readonly lastName: string; readonly company: string; readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly zip: string; readonly country: string; readonly phone: string;
  readonly holdReason: "incorrect_address" | "unknown_delivery_date" | "other"; readonly note: string; readonly amount: string; readonly percent: string; readonly worth: "percent" | "amount"; readonly days: string; readonly reason: string; readonly tags: string;
  readonly quantities: Readonly<Record<string, string>>; readonly shipping: boolean; readonly asStoreCredit: boolean; readonly refund: boolean; readonly restock: boolean; readonly tell: boolean;
};

/** An untouched form. */
export const emptyForm = ({ address, pieces }: Pick<ActSubject, "address" | "pieces">): ActForm => ({
  firstName: "", lastName: "", company: "", address1: "", address2: "", city: address.city, region: address.region, zip: address.zip, country: address.country, phone: "",
  holdReason: "incorrect_address", note: "", amount: "", percent: "10", worth: "percent", days: "90", reason: "", tags: "",
  quantities: Object.fromEntries(pieces.map(({ lineId, quantity }) => [lineId, String(quantity)])), shipping: false, asStoreCredit: false, refund: true, restock: true, tell: true,
});

/** "42.50" USD → 4250; null for empty text, NaN for what is no amount. A comma counts as a point. */
export const minorOf = (text: string, currency: string): number | null => {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  const places = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const parts = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!parts || (parts[2] ?? "").length > places) return Number.NaN;
  return Number(`${parts[1]}${(parts[2] ?? "").padEnd(places, "0")}`);
};

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

// JSON has no NaN: it would arrive as null, which means "what Shopify suggests", or "never expires". What cannot be read is sent as what every check refuses.
const UNREADABLE = -1;
const readable = (value: number | null): number | null => (value !== null && Number.isNaN(value) ? UNREADABLE : value);
const days = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : UNREADABLE);

/** Null when nothing was taken away: all pieces, whatever the order says then. */
const piecesOf = ({ quantities }: ActForm, pieces: ActSubject["pieces"]): Pieces => {
  const chosen = pieces.map(({ lineId, quantity }) => ({ lineId: lineId as LineId, quantity: Number(quantities[lineId] ?? quantity), all: quantity }));
  if (chosen.every(({ quantity, all }) => quantity === all)) return null;
  return chosen.filter(({ quantity }) => quantity > 0).map(({ lineId, quantity }) => ({ lineId, quantity }));
};

/** What the form asks for. What is wrong with it is said by the check every request passes. */
export const requestFrom = (kind: ActKind, form: ActForm, { currency, pieces }: Pick<ActSubject, "currency" | "pieces">): ActRequest => {
  const amount = readable(minorOf(form.amount, currency));
  switch (kind) {
    case "correct_address": return { kind, address: {
      firstName: orNull(form.firstName), lastName: orNull(form.lastName), company: orNull(form.company), address1: form.address1.trim(), address2: orNull(form.address2), city: form.city.trim(),
      provinceCode: orNull(form.region), zip: orNull(form.zip), countryCode: form.country.trim().toUpperCase(), phone: orNull(form.phone),
    } };
    case "hold": return { kind, reason: form.holdReason, note: form.note.trim() };
    case "release": return { kind };
    case "reship": return { kind, pieces: piecesOf(form, pieces), tellShopper: form.tell };
    case "refund": return { kind, pieces: piecesOf(form, pieces), shipping: form.shipping, amountMinor: amount, asStoreCredit: form.asStoreCredit, note: form.note.trim(), tellShopper: form.tell };
    case "store_credit": return { kind, amountMinor: amount ?? 0, expiresAfterDays: form.days.trim() === "" ? null : days(form.days), tellShopper: form.tell };
    case "discount": return { kind, worth: form.worth === "percent" ? { percent: readable(Number(form.percent)) ?? UNREADABLE } : { amountMinor: amount ?? 0 }, expiresAfterDays: days(form.days) };
    case "open_return": return { kind, pieces: piecesOf(form, pieces), reason: form.reason.trim() };
    case "cancel_order": return { kind, refund: form.refund, restock: form.restock, note: form.note.trim(), tellShopper: form.tell };
    case "tag": return { kind, tags: form.tags.split(",").map((tag) => tag.trim()).filter((tag) => tag !== "") };
    case "note": return { kind, text: form.note.trim() };
    default: return assertNever(kind);
  }
};
