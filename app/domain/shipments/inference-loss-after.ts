import { courierNamed } from "../carriers/courier-named.ts";
import { days, type Duration } from "../shared/time.ts";

/** Days without a scan after which a search or a claim can be asked for. Calendar days; five working days count as seven. */
type Waits = { readonly domestic: number; readonly international: number; readonly source: string };

/** Where no row says better: the terms of Route, an insurer across carriers (shoppers.help.route.com, "lost": 7 days domestic, 20 international), read 2026-11-21. */
const ANY: Waits = { domestic: 7, international: 20, source: "Route's insurance terms" };

/** By courier code. Read 2026-11-21; the carriers' guidance to senders, partly by way of help pages that quote it. */
const WAITS: Readonly<Record<string, Waits>> = {
  usps: { domestic: 7, international: 45, source: "USPS, Missing Mail" }, // a search 7 days after mailing; for abroad 45 days
  royal_mail: { domestic: 14, international: 35, source: "Royal Mail's claims policy" }, // 10 working days after the due date; 20 (Europe) to 25 (elsewhere)
  dhl: { domestic: 7, international: 20, source: "DHL's Nachforschungsauftrag" }, // accepted from the 7th day without news
  deutsche_post: { domestic: 7, international: 20, source: "DHL's Nachforschungsauftrag" },
};

/** How long to wait before a silent parcel is probably lost, and whose rule that is. */
export const lossAfter = (carrier: string | null, international: boolean): { readonly wait: Duration; readonly source: string } => {
  const waits = (carrier === null ? null : WAITS[courierNamed(carrier)?.code ?? ""]) ?? ANY;
  return { wait: days(international ? waits.international : waits.domestic), source: waits.source };
};
