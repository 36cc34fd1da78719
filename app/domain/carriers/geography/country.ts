import type { TimeZone } from "../../shared/calendar.ts";
import { COUNTRY_TABLE } from "./country-table.ts";
import { foldedName } from "./folded-name.ts";

/** A country or territory with a code of its own. */
export type Country = {
  readonly code: string; // ISO 3166-1 alpha-2
  readonly latitude: number; // of its middle, degrees
  readonly longitude: number;
  readonly radiusKm: number;
  readonly zone: TimeZone | null; // null: it has several
};

/** What carriers write that no list of names has. From recorded payloads of UPS, FedEx, USPS, DHL, Canada Post and 17TRACK, and ISO's own long names. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "usa": "US", "united states of america": "US", "us of america": "US", "u s": "US", "america": "US", "uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
  "northern ireland": "GB", "united kingdom of great britain and northern ireland": "GB", "holland": "NL", "the netherlands": "NL", "republic of ireland": "IE", "eire": "IE",
  "czech republic": "CZ", "slovak republic": "SK", "turkey": "TR", "turkiye": "TR", "russian federation": "RU", "korea": "KR", "korea republic of": "KR", "republic of korea": "KR",
  "korea south": "KR", "viet nam": "VN", "hong kong": "HK", "hong kong sar": "HK", "macau": "MO", "macao": "MO", "macau sar": "MO", "taiwan province of china": "TW", "mainland china": "CN",
  "peoples republic of china": "CN", "prc": "CN", "p r china": "CN", "uae": "AE", "ivory coast": "CI", "cape verde": "CV", "swaziland": "SZ", "burma": "MM", "macedonia": "MK", "brasil": "BR",
  "deutschland": "DE", "espana": "ES", "italia": "IT", "osterreich": "AT", "schweiz": "CH", "suisse": "CH", "polska": "PL", "belgie": "BE", "belgique": "BE", "danmark": "DK", "sverige": "SE",
  "norge": "NO", "suomi": "FI", "ceska republika": "CZ", "cesko": "CZ", "virgin islands us": "VI", "us virgin islands": "VI", "palestine": "PS", "lao peoples democratic republic": "LA",
  "iran islamic republic of": "IR", "moldova republic of": "MD", "tanzania united republic of": "TZ", "venezuela bolivarian republic of": "VE", "bolivia plurinational state of": "BO", "brunei darussalam": "BN",
  "bosnia": "BA", "trinidad": "TT", "st lucia": "LC", "st kitts": "KN", "st vincent": "VC", "vatican": "VA", "micronesia federated states of": "FM", "democratic republic of the congo": "CD",
};

/** Languages carriers name countries in; names from Unicode CLDR by the runtime. */
const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl"];

const countries = new Map<string, Country>();
const named = new Map<string, Country>();
for (const row of COUNTRY_TABLE.trim().split(/[|\n]/)) {
  const [code = "", iso3 = "", latitude, longitude, radiusKm, zone] = row.split(" ");
  const country: Country = { code, latitude: Number(latitude), longitude: Number(longitude), radiusKm: Number(radiusKm), zone: zone === "-" ? null : (zone as TimeZone) };
  countries.set(code, country);
  named.set(code.toLowerCase(), country).set(iso3.toLowerCase(), country);
}
for (const language of LANGUAGES) {
  const names = new Intl.DisplayNames([language], { type: "region" });
  for (const country of countries.values()) {
    const name = foldedName(names.of(country.code) ?? "");
    if (name && !named.has(name)) named.set(name, country);
  }
}
for (const [name, code] of Object.entries(SPELLINGS)) {
  const country = countries.get(code);
  if (country) named.set(name, country);
}

/** The country a source means by a code (two or three letters) or a name in the languages carriers write; null for a text that names none. */
export const countryOf = (text: string | null | undefined): Country | null => (text ? (countries.get(text) ?? named.get(foldedName(text)) ?? null) : null);
