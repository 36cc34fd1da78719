import { assertNever } from "../../shared/brand.ts";
import type { ActKind, AskedBy } from "./act.ts";

/** Whether no person saw and confirmed the act before it was asked for. */
export const isAutomatic = (by: AskedBy): boolean => by === "hither" || by.startsWith("rule:") || by.startsWith("flow:");

/** `merchant:Ada` → "Ada"; what a story shows as its teller. */
export const askerWords = (by: AskedBy): string => {
  const [kind, name] = [by.split(":")[0], by.slice(by.indexOf(":") + 1)];
  switch (kind) {
    case "rule": return "a rule";
    case "flow": return "a Flow workflow";
    case "slack": return `${name} in Slack`;
    case "merchant": return name === "" ? "the merchant" : name;
    default: return "Hither";
  }
};

/** Whether an act makes good for a trouble: money back, goods again, credit or a discount. */
export const isRemedy = (kind: ActKind): boolean => {
  switch (kind) {
    case "reship": case "refund": case "store_credit": case "discount": case "cancel_order": return true;
    case "correct_address": case "hold": case "release": case "open_return": case "tag": case "note": return false;
    default: return assertNever(kind);
  }
};

/** Acts that can be taken back after they were done. */
export const isReversible = (kind: ActKind): boolean => kind === "hold" || kind === "tag" || kind === "discount";
