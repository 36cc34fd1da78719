/** Our couriers' codes → Karrio's carrier names (karrioapi/karrio, connectors at deea10f8, read 2026-11-21). Karrio asks a carrier only when it is named and connected there. */
export const CARRIER_NAMES: Readonly<Record<string, string>> = {
  ups: "ups", usps: "usps", fedex: "fedex", dhl: "dhl_universal", canada_post: "canadapost", purolator: "purolator", royal_mail: "royalmail", dpd: "dpd", gls: "gls", deutsche_post: "dhl_parcel_de",
  australia_post: "australiapost", colissimo: "colissimo", la_poste: "laposte", chronopost: "chronopost", mondial_relay: "mondialrelay", tnt: "tnt", sendle: "sendle", aramex: "aramex", asendia: "asendia", bpost: "bpost",
  postnl: "postnl", yunexpress: "yunexpress", yanwen: "yanwen", canpar: "canpar", hermes: "hermes", correos: "correos", seur: "seur", inpost: "inpost", landmark: "landmark",
};
