import type { Clock, SendOutcome, TrackerRegistry } from "#app/application/ports.ts";
import { plus, seconds } from "#app/domain/shared/time.ts";

const URL_TRACKERS = "https://api.easypost.com/v2/trackers";
const TIMEOUT_MS = 15_000;

/** Shopify's carrier names → EasyPost's (EasyPost carrier list, read 2026-11), for those that differ by more than spaces. Others are left for EasyPost to detect. */
const CARRIERS: Readonly<Record<string, string>> = {
  usps: "USPS", ups: "UPS", fedex: "FedEx", dhlexpress: "DHLExpress", dhlecommerce: "DhlEcs", canadapost: "CanadaPost", royalmail: "RoyalMail",
  australiapost: "AustraliaPost", ontrac: "OnTrac", purolator: "Purolator", evri: "Evri", dpd: "DPD", lasership: "LaserShipV2",
};

const carrierOf = (name: string | null): string | null => {
  const plain = name?.toLowerCase().replaceAll(/[^a-z]/g, "") ?? "";
  return Object.hasOwn(CARRIERS, plain) ? (CARRIERS[plain] ?? null) : null;
};

type Dependencies = { readonly fetch: typeof fetch; readonly clock: Clock };

/**
 * `POST /v2/trackers` with the shop's own key (API v2, read 2026-11). EasyPost answers a number it already watches with the
 * tracker it has, for three months, so that asking again is harmless and a lost answer may simply be repeated.
 */
export const createEasypostRegistry = ({ fetch, clock }: Dependencies): TrackerRegistry => async ({ apiKey, trackingNumber, carrier }) => {
  const named = carrierOf(carrier);
  const tracker = { tracking_code: trackingNumber, ...(named === null ? {} : { carrier: named }) };
  try {
    const response = await fetch(URL_TRACKERS, {
      method: "POST", redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS), body: JSON.stringify({ tracker }),
      headers: { "content-type": "application/json", accept: "application/json", authorization: `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}` },
    });
    return outcomeOf(response.status, await response.text(), response.headers.get("retry-after"), clock);
  } catch (error) {
    return { outcome: "unavailable", because: `EasyPost cannot be reached: ${error instanceof Error ? error.name : "unknown error"}.`, retryAt: null };
  }
};

const outcomeOf = (status: number, body: string, retryAfter: string | null, clock: Clock): SendOutcome => {
  if (status >= 200 && status < 300) return { outcome: "sent", detail: /"id"\s*:\s*"(trk_\w+)"/.exec(body)?.[1] ?? null };
  if (status === 401 || status === 403) return { outcome: "refused", because: "EasyPost does not accept the API key." };
  if (status === 429 || status >= 500) {
    const wait = Number(retryAfter);
    return { outcome: "unavailable", because: `EasyPost answered ${status}.`, retryAt: retryAfter !== null && wait > 0 ? plus(clock(), seconds(wait)) : null };
  }
  const message = /"message"\s*:\s*"([^"]{1,200})"/.exec(body)?.[1];
  return { outcome: "refused", because: `EasyPost answered ${status}${message ? `: ${message.replace(/\.$/, "")}` : ""}.` };
};
