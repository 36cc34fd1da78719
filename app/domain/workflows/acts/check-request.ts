import { assertNever } from "../../shared/brand.ts";
import type { ActRequest, Pieces } from "./act.ts";

/** What is wrong with a request, and at which field; null when it can be asked for. */
export type RequestFault = { readonly field: string; readonly because: string } | null;

const TAG_LENGTH = 40; // an order's tag at Shopify (help.shopify.com, formatting tags, read 2026-11)
const NOTE_LENGTH = 2_000;

/** Whether a request makes sense by itself, before anybody asks Shopify. */
export const checkRequest = (request: ActRequest): RequestFault => {
  switch (request.kind) {
    case "correct_address": return address(request.address);
    case "hold": return tooLong("note", request.note);
    case "release": return null;
    case "reship": return pieces(request.pieces);
    case "refund":
      if (request.amountMinor !== null && !isAmount(request.amountMinor)) return { field: "amount", because: "Enter an amount above zero, or leave it empty for what Shopify suggests." };
      return pieces(request.pieces) ?? tooLong("note", request.note);
    case "store_credit":
      if (!isAmount(request.amountMinor)) return { field: "amount", because: "Enter an amount above zero." };
      return request.expiresAfterDays === null ? null : days(request.expiresAfterDays);
    case "discount":
      if ("percent" in request.worth ? !(request.worth.percent > 0 && request.worth.percent <= 100) : !isAmount(request.worth.amountMinor)) {
        return { field: "worth", because: "percent" in request.worth ? "Enter a percentage from 1 to 100." : "Enter an amount above zero." };
      }
      return days(request.expiresAfterDays);
    case "open_return": return pieces(request.pieces) ?? (request.reason.trim() === "" ? { field: "reason", because: "Say why it comes back." } : tooLong("reason", request.reason, 200));
    case "cancel_order": return tooLong("note", request.note, 200);
    case "tag":
      if (request.tags.length === 0) return { field: "tags", because: "Enter at least one tag." };
      return request.tags.some((tag) => tag.trim() === "" || tag.length > TAG_LENGTH || tag.includes(",")) ? { field: "tags", because: `A tag has 1 to ${TAG_LENGTH} characters and no comma.` } : null;
    case "note": return request.text.trim() === "" ? { field: "text", because: "Write the note." } : tooLong("text", request.text);
    default: return assertNever(request);
  }
};

const isAmount = (minor: number): boolean => Number.isSafeInteger(minor) && minor > 0;
const days = (count: number): RequestFault => (Number.isInteger(count) && count >= 1 && count <= 730 ? null : { field: "expires", because: "Enter a number of days from 1 to 730." });
const tooLong = (field: string, text: string, most = NOTE_LENGTH): RequestFault => (text.length > most ? { field, because: `At most ${most} characters, please.` } : null);
const pieces = (chosen: Pieces): RequestFault =>
  chosen !== null && (chosen.length === 0 || chosen.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1)) ? { field: "pieces", because: "Choose at least one piece." } : null;

const address = ({ address1, city, countryCode }: { readonly address1: string; readonly city: string; readonly countryCode: string }): RequestFault => {
  if (address1.trim() === "") return { field: "address1", because: "Enter the street and number." };
  if (city.trim() === "") return { field: "city", because: "Enter the city." };
  return /^[A-Z]{2}$/.test(countryCode) ? null : { field: "country", because: "Choose a country." };
};
