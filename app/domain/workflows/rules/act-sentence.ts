import { assertNever } from "../../shared/brand.ts";
import type { ActRequest } from "../acts/act.ts";
import { moneyWords, wholeUnits } from "./whole-units.ts";
import type { RuleAct } from "./rule.ts";

const minorInWords = (minor: number, currency: string): string => moneyWords(wholeUnits(minor, currency), currency);

const requestWords = (request: ActRequest, currency: string): string => {
  switch (request.kind) {
    case "correct_address": return "correct its address";
    case "hold": return "hold what has not left";
    case "release": return "release what is held";
    case "reship": return request.tellShopper ? "reship it and tell the shopper" : "reship it";
    case "refund": {
      const amount = request.amountMinor === null ? "it" : minorInWords(request.amountMinor, currency);
      return `refund ${amount}${request.asStoreCredit ? " as store credit" : ""}${request.tellShopper ? " and tell the shopper" : ""}`;
    }
    case "store_credit": return `give ${minorInWords(request.amountMinor, currency)} of store credit${request.tellShopper ? " and tell the shopper" : ""}`;
    case "discount": return `make a discount code of ${"percent" in request.worth ? `${request.worth.percent} %` : minorInWords(request.worth.amountMinor, currency)}`;
    case "open_return": return "open a return";
    case "cancel_order": return request.refund ? "cancel and refund the order" : "cancel the order";
    case "tag": return `tag the order ${request.tags.map((tag) => `“${tag}”`).join(", ")}`;
    case "note": return `note “${request.text}” on the order`;
    default: return assertNever(request);
  }
};

/** What an act of a rule is, in a sentence: "reship it". */
export const actInWords = (act: RuleAct, currency: string): string => {
  switch (act.kind) {
    case "act": return requestWords(act.request, currency);
    case "email_shopper": return "write to the shopper";
    case "assign_case": return `give the case to ${act.team}`;
    case "resolve_case": return `close the case as “${act.resolution}”`;
    case "open_ticket": return "open a ticket in the helpdesk";
    default: return assertNever(act);
  }
};
