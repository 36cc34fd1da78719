/** What the table states of one courier. */
export type CourierRow = {
  readonly name: string; // as shoppers know it
  readonly country: string; // ISO 3166-1 alpha-2 of its home
  /** Spellings that may be followed by the name of a service: "UPS" and "UPS Ground". The display name is one of them. */
  readonly also?: readonly string[];
  /** Spellings that mean this courier only when nothing follows, because other couriers' names begin alike. */
  readonly exactly?: readonly string[];
  /** The display name is a common beginning and counts only alone. */
  readonly alone?: true;
  /** Countries whose S10 numbers it prints; any such courier also delivers other posts' items. The first named is its own. */
  readonly postOf?: readonly string[];
  /** Whose numbers its parcels may carry: a partner for the last mile, one house under two names; `any`: it buys labels from everybody. */
  readonly partners?: readonly string[] | "any";
};

const BY_USPS = ["usps"] as const;

/**
 * Couriers by the code the whole product uses. Names: Shopify Admin API 2025-10, FulfillmentTrackingInfo.company, the list of supported
 * tracking companies, every one of which is here, and Shippo's list of tracking carriers; both read 2026-11-21. Other spellings and partners
 * are our own knowledge of the trade (FedEx Ground Economy, UPS Mail Innovations and DHL eCommerce are delivered by USPS; LaserShip and
 * OnTrac are one company since 2021), dated 2026-11.
 */
export const COURIER_TABLE = {
  // United States and Canada
  ups: { name: "UPS", country: "US", also: ["United Parcel Service", "UPS Mail Innovations", "UPS SurePost", "UPSMI", "UPSDAP", "Mail Innovations"], partners: BY_USPS },
  usps: { name: "USPS", country: "US", also: ["United States Postal Service", "US Postal Service", "U.S. Postal Service", "U.S.P.S."], postOf: ["US"] },
  fedex: { name: "FedEx", country: "US", also: ["Federal Express", "Fed Ex", "FedEx SmartPost", "FedEx Default"], partners: BY_USPS },
  ontrac: { name: "OnTrac", country: "US", also: ["On Trac", "OnTracV3"], partners: ["lasership", "usps"] },
  lasership: { name: "LaserShip", country: "US", also: ["Laser Ship", "LaserShipV2"], partners: ["ontrac"] },
  amazon: { name: "Amazon", country: "US", also: ["Amazon Logistics", "Amazon Shipping", "AMZL", "AMZL US", "AmazonMws", "Swiship"], partners: "any" },
  speedee: { name: "Spee-Dee Delivery", country: "US", also: ["Spee Dee", "SpeeDee", "SpeeDee Delivery"] },
  old_dominion: { name: "Old Dominion Freight Line", country: "US", also: ["Old Dominion", "ODFL"] },
  lso: { name: "Lone Star Overnight", country: "US", also: ["LSO"] },
  gls_us: { name: "GLS US", country: "US", also: ["GSO", "Golden State Overnight"] },
  veho: { name: "Veho", country: "US" },
  uniuni: { name: "UniUni", country: "CA" },
  pitney_bowes: { name: "Pitney Bowes", country: "US", also: ["Newgistics"], partners: BY_USPS },
  osm: { name: "OSM Worldwide", country: "US", also: ["OSM"], partners: BY_USPS },
  estes: { name: "Estes", country: "US", also: ["Estes Express Lines"] },
  xpo: { name: "XPO Logistics", country: "US", also: ["XPO"] },
  tforce: { name: "TForce Final Mile", country: "CA", also: ["TForce", "TForce Logistics", "TForce Freight"] },
  canada_post: { name: "Canada Post", country: "CA", also: ["Postes Canada", "Canada Post Postes Canada", "Canada Post Corporation"], postOf: ["CA"] },
  canpar: { name: "Canpar", country: "CA", also: ["Canpar Express"] },
  purolator: { name: "Purolator", country: "CA" },
  // United Kingdom and Ireland
  royal_mail: { name: "Royal Mail", country: "GB", also: ["RoyalMail"], postOf: ["GB"] },
  parcelforce: { name: "Parcelforce", country: "GB", also: ["Parcelforce Worldwide", "Parcel Force"], postOf: ["GB"] },
  evri: { name: "Evri", country: "GB", also: ["Hermes UK", "myHermes"] },
  yodel: { name: "Yodel", country: "GB", also: ["Yodel Direct"] },
  dpd_uk: { name: "DPD UK", country: "GB", also: ["DPD Local", "Interlink Express"], partners: ["dpd"] },
  tuffnells: { name: "Tuffnells", country: "GB", also: ["Tuffnells Parcels Express"] },
  whistl: { name: "Whistl", country: "GB", partners: ["royal_mail"] },
  dx: { name: "DX", country: "GB", alone: true, exactly: ["DX Delivery", "DX Freight", "DX Group"] },
  an_post: { name: "An Post", country: "IE", postOf: ["IE"] },
  fastway: { name: "Fastway", country: "IE", also: ["Fastway Couriers"] },
  // Germany, Austria, Switzerland
  dhl: {
    name: "DHL", country: "DE", postOf: ["DE"], partners: ["usps", "deutsche_post", "yodel"],
    also: ["DHL Express", "DHL eCommerce", "DHL eCommerce Asia", "DHL Parcel", "DHL Paket", "DHL Global Mail", "DHLGM", "DHL Germany"],
  },
  deutsche_post: { name: "Deutsche Post", country: "DE", also: ["Deutsche Post DHL", "Deutsch Post"], postOf: ["DE"], partners: ["dhl"] },
  dpd: { name: "DPD", country: "FR", also: ["DPD Germany", "Dynamic Parcel Distribution"], partners: ["dpd_uk", "chronopost"] },
  gls: { name: "GLS", country: "NL", also: ["General Logistics Systems", "GLS Italy"] },
  hermes: { name: "Hermes", country: "DE", also: ["Hermes Germany", "Hermes World", "myHermes DE"] },
  austrian_post: { name: "Austrian Post", country: "AT", also: ["Österreichische Post", "Post AT", "Post.at"], postOf: ["AT"] },
  swiss_post: { name: "Swiss Post", country: "CH", also: ["Die Schweizerische Post", "Schweizerische Post", "La Poste Suisse", "La Posta Svizzera"], postOf: ["CH"] },
  // France, Benelux
  colissimo: { name: "Colissimo", country: "FR", also: ["La Poste Colissimo", "Colissimo La Poste"], postOf: ["FR"], partners: ["la_poste"] },
  la_poste: { name: "La Poste", country: "FR", alone: true, exactly: ["La Poste France", "La Poste Lettre suivie"], postOf: ["FR"], partners: ["colissimo", "chronopost"] },
  chronopost: { name: "Chronopost", country: "FR", also: ["Chronopost International"], postOf: ["FR"], partners: ["dpd", "la_poste"] },
  mondial_relay: { name: "Mondial Relay", country: "FR" },
  colis_prive: { name: "Colis Privé", country: "FR" },
  postnl: { name: "PostNL", country: "NL", also: ["Post NL", "PostNL International"], postOf: ["NL"] },
  bpost: { name: "bpost", country: "BE", also: ["bpost International", "Bpack"], postOf: ["BE"], partners: ["landmark"] },
  // Southern Europe
  correos: { name: "Correos", country: "ES", alone: true, exactly: ["Correos España", "Correos Spain", "Correos y Telégrafos", "Correos Express", "Correos de España", "Spain Correos ES"], postOf: ["ES"] },
  mrw: { name: "MRW", country: "ES" },
  seur: { name: "SEUR", country: "ES", partners: ["dpd"] },
  ctt: { name: "CTT", country: "PT", also: ["CTT Express", "CTT Correios", "CTT Portugal"], postOf: ["PT"] },
  poste_italiane: { name: "Poste Italiane", country: "IT", also: ["SDA", "Poste Delivery"], postOf: ["IT"] },
  brt: { name: "BRT", country: "IT", also: ["Bartolini", "BRT Bartolini"], partners: ["dpd"] },
  acs: { name: "ACS Courier", country: "GR" },
  elta: { name: "ELTA", country: "GR", also: ["ELTA Hellenic Post", "Hellenic Post", "ELTA Courier"], postOf: ["GR"] },
  cyprus_post: { name: "Cyprus Post", country: "CY", postOf: ["CY"] },
  ptt: { name: "PTT", country: "TR", also: ["PTT Kargo", "Turkish Post", "Turkey Post"], postOf: ["TR"] },
  // Nordics
  postnord: { name: "PostNord", country: "SE", also: ["Portal PostNord", "PostNord Sweden", "PostNord Denmark", "PostNord Norway", "Post Danmark", "Posten Sverige"], postOf: ["SE", "DK"] },
  bring: { name: "Posten Bring", country: "NO", also: ["Posten Norge", "Norway Post", "Posten Norway"], exactly: ["Bring", "Posten", "Bring Parcels", "Bring Express"], postOf: ["NO"] },
  posti: { name: "Posti", country: "FI", also: ["Posti Finland", "Itella"], postOf: ["FI"] },
  islandspostur: { name: "Íslandspóstur", country: "IS", also: ["Iceland Post", "Pósturinn"], postOf: ["IS"] },
  // Central and Eastern Europe
  inpost: { name: "InPost", country: "PL", partners: ["yodel"] },
  poczta_polska: { name: "Poczta Polska", country: "PL", also: ["Polish Post", "Pocztex"], postOf: ["PL"] },
  packeta: { name: "Packeta", country: "CZ", also: ["Zásilkovna", "Packeta Zásilkovna"], partners: "any" },
  ceska_posta: { name: "Česká pošta", country: "CZ", also: ["Czech Post"], postOf: ["CZ"] },
  slovenska_posta: { name: "Slovenská pošta", country: "SK", also: ["Slovak Post"], postOf: ["SK"] },
  magyar_posta: { name: "Magyar Posta", country: "HU", also: ["Hungarian Post"], postOf: ["HU"] },
  omniva: { name: "Omniva", country: "EE", also: ["Eesti Post"], postOf: ["EE"] },
  latvijas_pasts: { name: "Latvijas Pasts", country: "LV", also: ["Latvia Post"], postOf: ["LV"] },
  lietuvos_pastas: { name: "Lietuvos paštas", country: "LT", also: ["Lithuania Post", "LP Express"], postOf: ["LT"] },
  venipak: { name: "Venipak", country: "LT", partners: ["gls"] },
  ukrposhta: { name: "Ukrposhta", country: "UA", postOf: ["UA"] },
  nova_poshta: { name: "Nova Poshta", country: "UA", also: ["Nova Post"] },
  russian_post: { name: "Russian Post", country: "RU", also: ["Pochta Rossii"], postOf: ["RU"] },
  speedy: { name: "Speedy", country: "BG", alone: true, exactly: ["Speedy BG"], partners: ["dpd"] },
  // Asia and the Pacific
  australia_post: { name: "Australia Post", country: "AU", also: ["AusPost", "Aus Post", "eParcel"], postOf: ["AU"], partners: ["startrack"] },
  startrack: { name: "StarTrack", country: "AU", also: ["StarTrack Express"], partners: ["australia_post"] },
  sendle: { name: "Sendle", country: "AU", partners: "any" },
  aramex: { name: "Aramex", country: "AE", also: ["Aramex Australia", "Aramex New Zealand"] },
  couriers_please: { name: "CouriersPlease", country: "AU", also: ["Couriers Please"] },
  nz_post: { name: "NZ Post", country: "NZ", also: ["New Zealand Post", "NZPost"], postOf: ["NZ"] },
  japan_post: { name: "Japan Post", country: "JP", also: ["Japan Post (EN)", "Japan Post (JA)", "日本郵便", "ゆうパック"], postOf: ["JP"] },
  yamato: { name: "Yamato", country: "JP", also: ["Yamato (EN)", "Yamato (JA)", "Kuroneko Yamato", "ヤマト運輸"] },
  sagawa: { name: "Sagawa", country: "JP", also: ["Sagawa (EN)", "Sagawa (JA)", "Sagawa Express", "佐川急便"] },
  china_post: { name: "China Post", country: "CN", also: ["China EMS", "ePacket", "中国邮政"], postOf: ["CN"], partners: "any" },
  hongkong_post: { name: "Hongkong Post", country: "HK", also: ["Hong Kong Post"], postOf: ["HK"] },
  chunghwa_post: { name: "Chunghwa Post", country: "TW", also: ["Taiwan Post"], postOf: ["TW"] },
  korea_post: { name: "Korea Post", country: "KR", postOf: ["KR"] },
  singpost: { name: "SingPost", country: "SG", also: ["Singapore Post"], postOf: ["SG"], partners: "any" },
  thailand_post: { name: "Thailand Post", country: "TH", postOf: ["TH"] },
  india_post: { name: "India Post", country: "IN", postOf: ["IN"] },
  delhivery: { name: "Delhivery", country: "IN" },
  blue_dart: { name: "Blue Dart", country: "IN", also: ["BlueDart"] },
  dtdc: { name: "DTDC", country: "IN", also: ["DTDC Express"] },
  ninja_van: { name: "Ninja Van", country: "SG", also: ["NinjaVan"] },
  israel_post: { name: "Israel Post", country: "IL", postOf: ["IL"] },
  // Latin America and Africa
  correios: { name: "Correios", country: "BR", alone: true, exactly: ["Correios Brasil", "Correios do Brasil", "Correios SEDEX", "Correios PAC"], postOf: ["BR"] },
  correos_mexico: { name: "Correos de México", country: "MX", also: ["Correos México"], postOf: ["MX"] },
  estafeta: { name: "Estafeta", country: "MX" },
  coordinadora: { name: "Coordinadora", country: "CO" },
  // Across borders
  tnt: { name: "TNT", country: "NL", also: ["TNT Express", "TNT Australia"], partners: ["fedex"] },
  asendia: { name: "Asendia", country: "FR", also: ["Asendia USA", "Asendia UK"], partners: "any" },
  landmark: { name: "Landmark Global", country: "BE", exactly: ["Landmark"], partners: "any" },
  passport: { name: "Passport", country: "US", also: ["Passport Shipping"], partners: "any" },
  global_e: { name: "Global-e", country: "IL", partners: "any" },
  apc: { name: "APC Postal Logistics", country: "US", also: ["APC Logistics"], exactly: ["APC"], partners: "any" },
  gofo: { name: "GOFO Express", country: "US", also: ["GOFO"], partners: "any" },
  yunexpress: { name: "YunExpress", country: "CN", also: ["Yun Express", "Yuntrack"], partners: "any" },
  fourpx: { name: "4PX", country: "CN", also: ["4PX Express", "4PX Worldwide Express"], partners: "any" },
  yanwen: { name: "Yanwen", country: "CN", also: ["Yanwen Logistics"], partners: "any" },
  cainiao: { name: "Cainiao", country: "CN", also: ["AliExpress Standard Shipping"], partners: "any" },
  sf_express: { name: "SF Express", country: "CN", also: ["S.F. Express", "顺丰速运"], partners: "any" },
  orange_connex: { name: "Orange Connex", country: "CN", partners: "any" },
  // Others of Shopify's list, known by name only
  ags: { name: "AGS", country: "US", alone: true },
  anjun: { name: "Anjun Logistics", country: "CN", partners: "any" },
  bonshaw: { name: "Bonshaw", country: "CA" },
  cdl: { name: "CDL Last Mile", country: "US", also: ["CDL"] },
  chukou1: { name: "Chukou1", country: "CN", partners: "any" },
  comingle: { name: "Comingle", country: "US", alone: true },
  delnext: { name: "Delnext", country: "PT" },
  dtd: { name: "DTD Express", country: "NL" },
  eagle: { name: "Eagle", country: "US", alone: true },
  first_global: { name: "First Global Logistics", country: "NZ" },
  first_line: { name: "First Line", country: "US", alone: true },
  fsc: { name: "FSC", country: "CN", alone: true },
  fulfilla: { name: "Fulfilla", country: "US" },
  weisuyi: { name: "Guangdong Weisuyi Information Technology (WSE)", country: "CN", exactly: ["WSE", "Guangdong Weisuyi"], partners: "any" },
  heppner: { name: "Heppner Internationale Spedition GmbH & Co.", country: "DE", also: ["Heppner"] },
  idex: { name: "IDEX", country: "GB", alone: true },
  logisters: { name: "Logisters", country: "CN", partners: "any" },
  m3: { name: "M3 Logistics", country: "GB" },
  meteor_space: { name: "Meteor Space", country: "GB", partners: "any" },
  north_russia: { name: "North Russia Supply Chain (Shenzhen) Co.", country: "CN", exactly: ["North Russia Supply Chain"] },
  pago: { name: "Pago Logistics", country: "CN" },
  ping_an: { name: "Ping An Da Tengfei Express", country: "CN" },
  qxpress: { name: "Qxpress", country: "SG" },
  qyun: { name: "Qyun Express", country: "CN", partners: "any" },
  royal_shipments: { name: "Royal Shipments", country: "IN" },
  sfc: { name: "SFC Fulfillment", country: "CN", partners: "any" },
  shree_nandan: { name: "SHREE NANDAN COURIER", country: "IN" },
  southwest: { name: "Southwest Air Cargo", country: "US" },
  step_forward: { name: "Step Forward Freight", country: "US" },
  tinghao: { name: "Tinghao", country: "CN" },
  toll: { name: "Toll IPEC", country: "AU", exactly: ["Toll", "Toll Group"] },
  uds: { name: "United Delivery Service", country: "US", exactly: ["UDS"] },
  we_post: { name: "We Post", country: "CN", alone: true, partners: "any" },
  wizmo: { name: "Wizmo", country: "JP" },
  wmyc: { name: "WMYC", country: "CN", partners: "any" },
  xpedigo: { name: "Xpedigo", country: "US" },
  yifan: { name: "YiFan Express", country: "CN", partners: "any" },
} as const satisfies Readonly<Record<string, CourierRow>>;

/** A courier of the table, or the post of a country without a row of its own: `post_` and the country in small letters. */
export type CourierCode = keyof typeof COURIER_TABLE | `post_${string}`;
