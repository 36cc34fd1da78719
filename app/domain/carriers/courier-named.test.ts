import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { courierNamed } from "./courier-named.ts";
import { courierOf, COURIERS, postOf } from "./courier.ts";
import { POST_COUNTRIES } from "./posts.ts";

const named = (text: string): string | null => courierNamed(text)?.code ?? null;

/** Shopify Admin API 2025-10, FulfillmentTrackingInfo.company: the companies shown to shops in any country. */
const SHOPIFY = `4PX|AGS|Amazon|Amazon Logistics UK|An Post|Anjun Logistics|APC|Asendia USA|Australia Post|Bonshaw|BPost|BPost International|Canada Post|Canpar|CDL Last Mile|China Post|Chronopost|Chukou1|Colissimo|Comingle
Coordinadora|Correios|Correos|CTT|CTT Express|Cyprus Post|Delnext|Deutsche Post|DHL eCommerce|DHL eCommerce Asia|DHL Express|DPD|DPD Local|DPD UK|DTD Express|DX|Eagle|Estes|Evri|FedEx|First Global Logistics|First Line|FSC|Fulfilla
GLS|Guangdong Weisuyi Information Technology (WSE)|Heppner Internationale Spedition GmbH & Co.|Iceland Post|IDEX|Israel Post|Japan Post (EN)|Japan Post (JA)|La Poste|Lasership|Latvia Post|Lietuvos Paštas|Logisters|Lone Star Overnight
M3 Logistics|Meteor Space|Mondial Relay|New Zealand Post|NinjaVan|North Russia Supply Chain (Shenzhen) Co.|OnTrac|Packeta|Pago Logistics|Ping An Da Tengfei Express|Pitney Bowes|Portal PostNord|Poste Italiane|PostNL|PostNord DK
PostNord NO|PostNord SE|Purolator|Qxpress|Qyun Express|Royal Mail|Royal Shipments|Sagawa (EN)|Sagawa (JA)|Sendle|SF Express|SFC Fulfillment|SHREE NANDAN COURIER|Singapore Post|Southwest Air Cargo|StarTrack|Step Forward Freight
Swiss Post|TForce Final Mile|Tinghao|TNT|Toll IPEC|United Delivery Service|UPS|USPS|Venipak|We Post|Whistl|Wizmo|WMYC|Xpedigo|XPO Logistics|Yamato (EN)|Yamato (JA)|YiFan Express|YunExpress`.split(/[|\n]/);

describe("couriers by name", () => {
  test("every company of Shopify's list is known", () => {
    expect(SHOPIFY.filter((name) => named(name) === null)).toEqual([]);
  });

  test.each([
    ["USPS Priority Mail", "usps"], ["usps", "usps"], ["U.S. Postal Service", "usps"], ["DHL Express (USA)", "dhl"], ["dhl_express", "dhl"], ["UPS® Ground", "ups"], ["FedEx™ Ground", "fedex"], ["FedEx SmartPost®", "fedex"], ["FEDEX HOME DELIVERY", "fedex"],
    ["Osterreichische Post", "austrian_post"], ["Lietuvos pastas", "lietuvos_pastas"], ["DPD UK", "dpd_uk"], ["DPD (DE)", "dpd"], ["La Poste", "la_poste"], ["La Poste Suisse", "swiss_post"], ["Correos de México", "correos_mexico"],
    ["Correos de Chile", "post_cl"], ["Evri", "evri"], ["Hermes UK", "evri"], ["royal_mail", "royal_mail"], ["canadapost", "canada_post"], ["DHLExpress", "dhl"], ["UPSDAP", "ups"], ["FedExDefault", "fedex"], ["la-poste-colissimo", "colissimo"], ["spain-correos-es", "correos"], ["日本郵便", "japan_post"], ["GLS US", "gls_us"], ["GLS Italy", "gls"], ["Royal Shipments", "royal_shipments"],
  ])("“%s” is %s", (text, code) => {
    expect(named(text)).toBe(code);
  });

  test.each(["", "Other", "Custom", "local pickup", "our own van", "not UPS", "Upsala Cargo", "Correos Fantasía", "Eagle Eye Vans", "Toll free delivery", "La Poste Imaginaire", "post", "🚚"])("“%s” is nobody we know", (text) => {
    expect(named(text)).toBeNull();
  });

  test("every courier is found by its code and by its name, or by its name goes to one of the same name", () => {
    for (const courier of COURIERS) {
      expect(courierOf(courier.code)).toBe(courier);
      expect(courierNamed(courier.name)?.name.toLowerCase()).toBe(courier.name.toLowerCase());
    }
  });

  test("every partner is a courier", () => {
    expect(COURIERS.flatMap(({ partners }) => (partners === "any" ? [] : partners.filter((code) => courierOf(code) === null)))).toEqual([]);
  });

  test("every country that numbers items has a post", () => {
    expect(POST_COUNTRIES.filter((country) => !/^[A-Z]{2}$/.test(country) || postOf(country) === null)).toEqual([]);
    expect([postOf("DE")?.code, postOf("FR")?.code, postOf("XX")]).toEqual(["deutsche_post", "la_poste", null]);
  });

  test("no text makes it fail", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => { const found = courierNamed(text); expect(found === null || courierOf(found.code) === found).toBe(true); }), { numRuns: 2_000 });
  });
});
