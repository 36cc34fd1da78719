/**
 * Our couriers' codes → AfterShip's slugs (aftership.com/couriers, read 2026-11-21), for couriers whose slug we know. Others are left for
 * AfterShip to find out from the number.
 */
export const SLUGS: Readonly<Record<string, string>> = {
  usps: "usps", ups: "ups", fedex: "fedex", dhl: "dhl", ontrac: "ontrac", lasership: "lasership", canada_post: "canada-post", purolator: "purolator", canpar: "canpar", royal_mail: "royal-mail",
  parcelforce: "parcel-force", evri: "hermes-uk", yodel: "yodel", dpd_uk: "dpd-uk", dpd: "dpd", gls: "gls", deutsche_post: "deutsch-post", austrian_post: "austrian-post", swiss_post: "swiss-post",
  colissimo: "colissimo", la_poste: "la-poste-colissimo", chronopost: "chronopost-france", mondial_relay: "mondialrelay", postnl: "postnl", bpost: "bpost", correos: "spain-correos-es", mrw: "mrw-spain", seur: "seur-es",
  poste_italiane: "poste-italiane", inpost: "inpost-paczkomaty", poczta_polska: "poczta-polska", ceska_posta: "czech-post", australia_post: "australia-post", startrack: "star-track", sendle: "sendle", aramex: "aramex",
  nz_post: "new-zealand-post", japan_post: "japan-post", yamato: "taqbin-jp", sagawa: "sagawa", china_post: "china-post", hongkong_post: "hong-kong-post", korea_post: "korea-post", singpost: "singapore-post",
  india_post: "india-post", delhivery: "delhivery", blue_dart: "bluedart", correios: "brazil-correios", tnt: "tnt", asendia: "asendia-usa", yunexpress: "yunexpress", fourpx: "4px", yanwen: "yanwen", cainiao: "cainiao", sf_express: "sf-express",
};
