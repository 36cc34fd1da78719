import type { TimeZone } from "../../shared/calendar.ts";

/**
 * Regions of countries with several zones, by zone: country, then codes as in `regionOf`. A region in two zones stands where most of its people live.
 * tz database, `zone.tab` and the file `northamerica`, `southamerica`, `australasia`, `asia`, `europe` (public domain); 49 CFR 71 for the limits in the United States. Read 2026-11-21.
 */
const BY_ZONE: Readonly<Record<string, string>> = {
  "America/New_York": "US: CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "US: AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "US: CO ID MT NM UT WY",
  "America/Phoenix": "US: AZ",
  "America/Los_Angeles": "US: CA NV OR WA",
  "America/Anchorage": "US: AK",
  "Pacific/Honolulu": "US: HI",
  "America/Puerto_Rico": "US: PR",
  "America/St_Thomas": "US: VI",
  "Pacific/Guam": "US: GU MP",
  "Pacific/Pago_Pago": "US: AS",
  "America/Toronto": "CA: ON QC",
  "America/Vancouver": "CA: BC",
  "America/Edmonton": "CA: AB NT",
  "America/Regina": "CA: SK",
  "America/Winnipeg": "CA: MB",
  "America/Halifax": "CA: NB NS PE",
  "America/St_Johns": "CA: NL",
  "America/Whitehorse": "CA: YT",
  "America/Iqaluit": "CA: NU",
  "Australia/Sydney": "AU: ACT NSW",
  "Australia/Melbourne": "AU: VIC",
  "Australia/Brisbane": "AU: QLD",
  "Australia/Adelaide": "AU: SA",
  "Australia/Darwin": "AU: NT",
  "Australia/Perth": "AU: WA",
  "Australia/Hobart": "AU: TAS",
  "America/Tijuana": "MX: BCN",
  "America/Hermosillo": "MX: SON",
  "America/Mazatlan": "MX: BCS SIN NAY",
  "America/Cancun": "MX: ROO",
  "America/Mexico_City": "MX: AGU CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NLE OAX PUE QUE SLP TAB TAM TLA VER YUC ZAC",
  "America/Sao_Paulo": "BR: AL AP BA CE DF ES GO MA MG PA PB PE PI PR RJ RN RS SC SE SP TO",
  "America/Manaus": "BR: AM RO RR",
  "America/Cuiaba": "BR: MT",
  "America/Campo_Grande": "BR: MS",
  "America/Rio_Branco": "BR: AC",
  "Atlantic/Canary": "ES: GC TF CN",
  "Atlantic/Madeira": "PT: 30",
  "Atlantic/Azores": "PT: 20",
};

/** Larger cities beyond a zone's limit that runs through their state: country and state, zone, cities as `foldedName` writes them. 49 CFR 71 and the tz database, read 2026-11-21. */
const BY_CITY: readonly (readonly [state: string, zone: string, cities: string])[] = [
  ["US FL", "America/Chicago", "pensacola/panama city/panama city beach/fort walton beach/destin/niceville/crestview/gulf breeze/navarre/milton/cantonment/santa rosa beach"],
  ["US IN", "America/Chicago", "gary/evansville/hammond/merrillville/michigan city/valparaiso/east chicago/crown point/portage/newburgh/laporte/la porte"],
  ["US MI", "America/Chicago", "iron mountain/menominee/ironwood/kingsford"],
  ["US TN", "America/New_York", "knoxville/chattanooga/johnson city/kingsport/bristol/morristown/cleveland/maryville/oak ridge/sevierville/greeneville"],
  ["US KY", "America/Chicago", "bowling green/owensboro/paducah/hopkinsville/henderson/madisonville/murray"],
  ["US TX", "America/Denver", "el paso/horizon city/socorro"],
  ["US SD", "America/Denver", "rapid city/spearfish/sturgis/box elder"],
  ["US NE", "America/Denver", "scottsbluff/gering/alliance/sidney/chadron/ogallala"],
  ["US ND", "America/Denver", "dickinson"],
  ["US ID", "America/Los_Angeles", "coeur d alene/coeur dalene/lewiston/post falls/moscow/hayden/sandpoint"],
  ["US OR", "America/Boise", "ontario/nyssa/vale"],
  ["CA ON", "America/Winnipeg", "kenora/dryden"],
  ["MX CHH", "America/Ciudad_Juarez", "ciudad juarez/juarez/cd juarez"],
  ["MX TAM", "America/Matamoros", "matamoros/reynosa/nuevo laredo"],
  ["AU NSW", "Australia/Adelaide", "broken hill"],
];

const zones = new Map<string, string>();
for (const [zone, text] of Object.entries(BY_ZONE)) {
  const [country = "", codes = ""] = text.split(": ");
  for (const code of codes.split(" ")) zones.set(`${country} ${code}`, zone);
}
for (const [state, zone, cities] of BY_CITY) for (const city of cities.split("/")) zones.set(`${state} ${city}`, zone);

/** The zone of a city, else of its region, by ISO codes and the folded name of the city; null where the table has neither. */
export const zoneOfRegion = (country: string, region: string, city: string | null): TimeZone | null =>
  (((city === null ? undefined : zones.get(`${country} ${region} ${city}`)) ?? zones.get(`${country} ${region}`) ?? null) as TimeZone | null);
