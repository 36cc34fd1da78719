/**
 * Designated postal operators by the country that ends their S10 numbers (ISO 3166-1 alpha-2), territories with an operator of their own
 * included. Names as merchants see them. Member countries of the UPU with their operators, by jkeen/tracking_number_data (MIT), read
 * 2026-11-21; to them added the territories whose posts issue under their own ISO 3166-1 code (Hong Kong, Taiwan, Jersey and the like),
 * dated 2026-11: UPU standard S10-12 ends a number with the ISO code of whoever issued it.
 */
const TABLE = `
AE Emirates Post|AF Afghan Post|AG Antigua Postal Services|AI Anguilla Post|AL Posta Shqiptare|AM Haypost|AO Correios de Angola|AR Correo Argentino|AT Austrian Post
AU Australia Post|AW Post Aruba|AX Åland Post|AZ Azerpost|BA BH Pošta|BB Barbados Postal Service|BD Bangladesh Post|BE bpost|BF Sonapost|BG Bulgarian Posts|BH Bahrain Post
BI Poste du Burundi|BJ La Poste du Bénin|BM Bermuda Post|BN Brunei Postal Services|BO Correos de Bolivia|BR Correios|BS Bahamas Postal Service|BT Bhutan Post|BW BotswanaPost
BY Belpochta|BZ Belize Postal Service|CA Canada Post|CD Poste congolaise (RDC)|CF Office National des Postes (Centrafrique)|CG Poste congolaise|CH Swiss Post|CI La Poste de Côte d’Ivoire
CK Cook Islands Post|CL Correos de Chile|CM Campost|CN China Post|CO 4-72|CR Correos de Costa Rica|CU Correos de Cuba|CV Correios de Cabo Verde|CW Cpost International|CY Cyprus Post
CZ Česká pošta|DE Deutsche Post|DJ La Poste de Djibouti|DK PostNord Denmark|DM Dominica Post|DO Inposdom|DZ Algérie Poste|EC Correos del Ecuador|EE Omniva|EG Egypt Post
ER Eritrean Postal Service|ES Correos|ET Ethiopian Postal Service|FI Posti|FJ Post Fiji|FK Falkland Islands Post|FM FSM Postal Services|FO Posta (Faroe Islands)|FR La Poste|GA La Poste (Gabon)
GB Royal Mail|GD Grenada Postal Corporation|GE Georgian Post|GF La Poste (Guyane)|GG Guernsey Post|GH Ghana Post|GI Royal Gibraltar Post Office|GL Tusass|GM Gampost|GN Poste guinéenne
GP La Poste (Guadeloupe)|GQ Correos de Guinea Ecuatorial|GR ELTA|GT Correos de Guatemala|GW Correios da Guiné-Bissau|GY Guyana Post|HK Hongkong Post|HN Honducor|HR Hrvatska pošta
HT Office des Postes d’Haïti|HU Magyar Posta|ID Pos Indonesia|IE An Post|IL Israel Post|IM Isle of Man Post|IN India Post|IQ Iraqi Post|IR Iran Post|IS Íslandspóstur|IT Poste Italiane
JE Jersey Post|JM Jamaica Post|JO Jordan Post|JP Japan Post|KE Posta Kenya|KG Kyrgyz Post|KH Cambodia Post|KI Kiribati Post|KM Poste des Comores|KN St. Kitts and Nevis Post|KP Korea Post (DPR)
KR Korea Post|KW Kuwait Post|KY Cayman Islands Postal Service|KZ Kazpost|LA Poste Lao|LB LibanPost|LC Saint Lucia Postal Service|LI Liechtensteinische Post|LK Sri Lanka Post|LR Liberia Post
LS Lesotho Post|LT Lietuvos paštas|LU Post Luxembourg|LV Latvijas Pasts|LY Libya Post|MA Poste Maroc|MC La Poste Monaco|MD Poșta Moldovei|ME Pošta Crne Gore|MG Paositra Malagasy
MH Marshall Islands Postal Service|MK Makedonska Pošta|ML La Poste du Mali|MM Myanma Post|MN Mongol Post|MO Macao Post|MQ La Poste (Martinique)|MR Mauripost|MS Montserrat Post|MT MaltaPost
MU Mauritius Post|MV Maldives Post|MW Malawi Posts|MX Correos de México|MY Pos Malaysia|MZ Correios de Moçambique|NA NamPost|NC OPT Nouvelle-Calédonie|NE Niger Poste|NG NIPOST
NI Correos de Nicaragua|NL PostNL|NO Posten|NP Nepal Post|NR Nauru Post|NU Niue Post|NZ NZ Post|OM Oman Post|PA Correos de Panamá|PE Serpost|PF OPT Polynésie|PG Post PNG|PH PHLPost
PK Pakistan Post|PL Poczta Polska|PM La Poste (Saint-Pierre-et-Miquelon)|PN Pitcairn Post|PS Palestine Post|PT CTT|PW Palau Post|PY Correo Paraguayo|QA Qatar Post|RE La Poste (Réunion)
RO Poșta Română|RS Pošta Srbije|RU Russian Post|RW Iposita|SA Saudi Post|SB Solomon Post|SC Seychelles Postal Services|SD Sudapost|SE PostNord Sweden|SG SingPost|SH Saint Helena Post
SI Pošta Slovenije|SK Slovenská pošta|SL Salpost|SM Poste San Marino|SN La Poste du Sénégal|SO Somali Post|SR Surpost|SS South Sudan Post|ST Correios de São Tomé|SV Correos de El Salvador
SX Postal Services St. Maarten|SY Syrian Post|SZ Eswatini Post|TC Turks and Caicos Post|TD Société tchadienne des postes|TG La Poste du Togo|TH Thailand Post|TJ Tajik Post|TK Tokelau Post
TL Correios de Timor-Leste|TM Turkmenpochta|TN La Poste Tunisienne|TO Tonga Post|TR PTT|TT TTPost|TV Tuvalu Post|TW Chunghwa Post|TZ Tanzania Posts|UA Ukrposhta|UG Posta Uganda|US USPS
UY Correo Uruguayo|UZ Uzbekistan Post|VA Poste Vaticane|VC SVG Post|VE Ipostel|VG BVI Post|VN Vietnam Post|VU Vanuatu Post|WF Poste (Wallis et Futuna)|WS Samoa Post|YE Yemen Post
YT La Poste (Mayotte)|ZA South African Post Office|ZM Zampost|ZW Zimpost`;

const POSTS: ReadonlyMap<string, string> = new Map(TABLE.trim().split(/[|\n]/).map((row) => [row.slice(0, 2), row.slice(3)]));

/** The countries and territories whose posts number items by S10, ISO 3166-1 alpha-2. */
export const POST_COUNTRIES: readonly string[] = [...POSTS.keys()];

/** The name of the country's post, or null for a country that numbers no items. */
export const postName = (country: string): string | null => POSTS.get(country) ?? null;
