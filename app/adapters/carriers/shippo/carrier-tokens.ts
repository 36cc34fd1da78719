/** Our couriers' codes → Shippo's carrier tokens (docs.goshippo.com/docs/carriers/carriercapabilities, read 2026-11-21). Shippo tracks nothing without one. */
export const CARRIER_TOKENS: Readonly<Record<string, string>> = {
  usps: "usps", ups: "ups", fedex: "fedex", dhl: "dhl_express", ontrac: "ontrac", lasership: "lasership", canada_post: "canada_post", purolator: "purolator", uds: "uds", lso: "lso", veho: "veho",
  uniuni: "uniuni", apc: "apc_postal", asendia: "asendia_us", royal_mail: "royal_mail", parcelforce: "parcelforce", evri: "hermes_uk", dpd_uk: "dpd_uk", dpd: "dpd_de", gls: "gls_de", gls_us: "gls_us",
  deutsche_post: "deutsche_post", hermes: "hermes_germany", colissimo: "colissimo", chronopost: "chronopost", mondial_relay: "mondial_relay", correos: "correos", poste_italiane: "poste_italiane", postnl: "postnl", bpost: "bpost",
  australia_post: "australia_post", sendle: "sendle", aramex: "aramex_australia", couriers_please: "couriersplease",
};
