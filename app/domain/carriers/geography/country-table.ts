/**
 * Countries: ISO 3166-1 alpha-2 and alpha-3, latitude and longitude of the middle (degrees), radius (km), IANA zone (`-`: the country has several).
 * Middle and radius: Natural Earth 10m admin 1, version 5 (public domain), read 2026-11-21: the area-weighted middle of all parts, and the way from
 * there to the farthest outline of the parts that make up 98 % of the area, rounded up to 10 km. Zones: tz database, zone.tab (public domain), same
 * date; of a country whose other zones hold few people, the main one. Bonaire, Svalbard, Christmas and Cocos Islands, which Natural Earth counts
 * with their states, by hand from the same map.
 */
export const COUNTRY_TABLE = `
AD AND 42.5 1.6 20 Europe/Andorra|AE ARE 23.9 54.3 310 Asia/Dubai|AF AFG 33.8 65.9 900 Asia/Kabul|AG ATG 17.3 -61.8 50 America/Antigua|AI AIA 18.2 -63.1 30 America/Anguilla
AL ALB 41.1 20.1 180 Europe/Tirane|AM ARM 40.3 44.9 210 Asia/Yerevan|AO AGO -12.3 17.5 900 Africa/Luanda|AQ ATA -80.6 20.1 3230 -|AR ARG -34.7 -64.8 2010 America/Argentina/Buenos_Aires
AS ASM -14.3 -170.4 110 Pacific/Pago_Pago|AT AUT 47.6 14.1 350 Europe/Vienna|AU AUS -25.8 134.2 2110 -|AW ABW 12.5 -70 20 America/Aruba|AX ALA 60.1 20.2 60 Europe/Mariehamn
AZ AZE 40.3 47.5 250 Asia/Baku|BA BIH 44.2 17.8 200 Europe/Sarajevo|BB BRB 13.2 -59.6 20 America/Barbados|BD BGD 23.8 90.2 410 Asia/Dhaka|BE BEL 50.6 4.6 160 Europe/Brussels
BF BFA 12.3 -1.8 460 Africa/Ouagadougou|BG BGR 42.8 25.2 300 Europe/Sofia|BH BHR 26 50.6 60 Asia/Bahrain|BI BDI -3.4 29.9 140 Africa/Bujumbura|BJ BEN 9.6 2.3 390 Africa/Porto-Novo
BL BLM 17.9 -62.8 10 America/St_Barthelemy|BM BMU 32.3 -64.8 20 Atlantic/Bermuda|BN BRN 4.5 114.7 90 Asia/Brunei|BO BOL -16.7 -64.7 830 America/La_Paz|BQ BES 12.2 -68.3 20 America/Kralendijk
BR BRA -10.6 -53.2 2570 -|BS BHS 24.2 -76.5 500 America/Nassau|BT BTN 27.4 90.4 180 Asia/Thimphu|BW BWA -22.2 23.8 620 Africa/Gaborone|BY BLR 53.5 28 380 Europe/Minsk
BZ BLZ 17.2 -88.7 160 America/Belize|CA CAN 60.5 -97 3200 -|CC CCK -12.1 96.9 20 Indian/Cocos|CD COD -2.9 23.6 1360 -|CF CAF 6.6 20.5 790 Africa/Bangui
CG COG -0.8 15.2 620 Africa/Brazzaville|CH CHE 46.8 8.2 190 Europe/Zurich|CI CIV 7.6 -5.6 430 Africa/Abidjan|CK COK -19.8 -158.8 1210 Pacific/Rarotonga|CL CHL -36.1 -71 2200 America/Santiago
CM CMR 5.7 12.7 850 Africa/Douala|CN CHN 36.7 103.4 2850 Asia/Shanghai|CO COL 3.9 -73.1 970 America/Bogota|CR CRI 10 -84.2 260 America/Costa_Rica|CU CUB 21.6 -79 620 America/Havana
CV CPV 15.9 -24 200 Atlantic/Cape_Verde|CW CUW 12.2 -69 40 America/Curacao|CX CXR -10.5 105.6 10 Indian/Christmas|CY CYP 34.9 33 100 Asia/Nicosia|CZ CZE 49.7 15.3 260 Europe/Prague
DE DEU 51.1 10.4 450 Europe/Berlin|DJ DJI 11.7 42.6 130 Africa/Djibouti|DK DNK 56 10.1 340 Europe/Copenhagen|DM DMA 15.4 -61.4 30 America/Dominica|DO DOM 18.9 -70.5 240 America/Santo_Domingo
DZ DZA 28 2.7 1120 Africa/Algiers|EC ECU -1.4 -78.8 1440 America/Guayaquil|EE EST 58.7 25.5 230 Europe/Tallinn|EG EGY 26.5 29.9 870 Africa/Cairo|EH ESH 24.2 -12.2 630 Africa/El_Aaiun
ER ERI 15.4 38.9 550 Africa/Asmara|ES ESP 40.2 -3.7 1810 Europe/Madrid|ET ETH 8.6 39.6 930 Africa/Addis_Ababa|FI FIN 64.3 26.2 650 Europe/Helsinki|FJ FJI -17.4 178.5 580 Pacific/Fiji
FK FLK -51.7 -59.4 130 Atlantic/Stanley|FM FSM 7.1 155.3 1920 -|FO FRO 62.1 -6.9 80 Atlantic/Faroe|FR FRA 46.5 2.6 790 Europe/Paris|GA GAB -0.6 11.8 380 Africa/Libreville
GB GBR 54 -2.8 770 Europe/London|GD GRD 12.2 -61.7 50 America/Grenada|GE GEO 42.2 43.5 330 Asia/Tbilisi|GF GUF 3.9 -53.2 240 America/Cayenne|GG GGY 49.5 -2.5 40 Europe/Guernsey
GH GHA 7.9 -1.2 390 Africa/Accra|GI GIB 36.1 -5.3 10 Europe/Gibraltar|GL GRL 73.8 -42.4 1540 America/Nuuk|GM GMB 13.5 -15.4 180 Africa/Banjul|GN GIN 10.4 -10.9 460 Africa/Conakry
GP GLP 16.2 -61.5 50 America/Guadeloupe|GQ GNQ 1.7 10.3 300 Africa/Malabo|GR GRC 39 23 560 Europe/Athens|GS SGS -54.7 -36 760 Atlantic/South_Georgia|GT GTM 15.7 -90.4 270 America/Guatemala
GU GUM 13.4 144.8 30 Pacific/Guam|GW GNB 12 -15 200 Africa/Bissau|GY GUY 4.8 -59 440 America/Guyana|HK HKG 22.4 114.1 40 Asia/Hong_Kong|HM HMD -53.1 73.5 30 -
HN HND 14.8 -86.6 380 America/Tegucigalpa|HR HRV 45.1 16.4 340 Europe/Zagreb|HT HTI 18.9 -72.7 200 America/Port-au-Prince|HU HUN 47.2 19.4 280 Europe/Budapest|ID IDN -2.3 117.2 2740 -
IE IRL 53.2 -8.2 260 Europe/Dublin|IL ISR 31.4 35 240 Asia/Jerusalem|IM IMN 54.2 -4.5 30 Europe/Isle_of_Man|IN IND 22.8 79.6 1880 Asia/Kolkata|IO IOT -7.1 72.3 220 Indian/Chagos
IQ IRQ 33 43.8 570 Asia/Baghdad|IR IRN 32.5 54.4 1210 Asia/Tehran|IS ISL 65 -18.6 280 Atlantic/Reykjavik|IT ITA 42.7 12.2 720 Europe/Rome|JE JEY 49.2 -2.1 10 Europe/Jersey
JM JAM 18.2 -77.3 130 America/Jamaica|JO JOR 31.2 36.8 310 Asia/Amman|JP JPN 37.4 137.6 1580 Asia/Tokyo|KE KEN 0.6 37.8 610 Africa/Nairobi|KG KGZ 41.5 74.5 500 Asia/Bishkek
KH KHM 12.7 104.9 360 Asia/Phnom_Penh|KI KIR 0.6 -167 2620 -|KM COM -11.9 43.7 110 Indian/Comoro|KN KNA 17.3 -62.7 30 America/St_Kitts|KP PRK 40.1 127.2 410 Asia/Pyongyang
KR KOR 36.4 127.8 380 Asia/Seoul|KW KWT 29.3 47.6 130 Asia/Kuwait|KY CYM 19.4 -80.9 130 America/Cayman|KZ KAZ 48.3 67.3 1540 Asia/Almaty|LA LAO 18.5 103.8 590 Asia/Vientiane
LB LBN 33.9 35.9 120 Asia/Beirut|LC LCA 13.9 -61 30 America/St_Lucia|LI LIE 47.1 9.5 20 Europe/Vaduz|LK LKA 7.6 80.7 260 Asia/Colombo|LR LBR 6.5 -9.3 310 Africa/Monrovia
LS LSO -29.6 28.2 130 Africa/Maseru|LT LTU 55.3 23.9 200 Europe/Vilnius|LU LUX 49.8 6.1 50 Europe/Luxembourg|LV LVA 56.9 24.9 260 Europe/Riga|LY LBY 27 18.1 1050 Africa/Tripoli
MA MAR 29.8 -8.7 1250 Africa/Casablanca|MC MCO 43.7 7.4 10 Europe/Monaco|MD MDA 47.2 28.5 200 Europe/Chisinau|ME MNE 42.8 19.2 110 Europe/Podgorica|MF MAF 18.1 -63.1 10 America/Marigot
MG MDG -19.3 46.7 870 Indian/Antananarivo|MH MHL 7.1 170.1 850 Pacific/Majuro|MK MKD 41.6 21.7 120 Europe/Skopje|ML MLI 17.3 -3.6 1030 Africa/Bamako|MM MMR 21.1 96.5 1260 Asia/Yangon
MN MNG 47 103.1 1280 Asia/Ulaanbaatar|MO MAC 22.2 113.6 10 Asia/Macau|MP MNP 16.2 145.6 490 Pacific/Saipan|MQ MTQ 14.7 -61 40 America/Martinique|MR MRT 20.2 -10.4 820 Africa/Nouakchott
MS MSR 16.7 -62.2 10 America/Montserrat|MT MLT 35.9 14.4 30 Europe/Malta|MU MUS -20.2 57.9 600 Indian/Mauritius|MV MDV 3.8 73.3 510 Indian/Maldives|MW MWI -13.2 34.3 450 Africa/Blantyre
MX MEX 23.9 -102.2 1750 -|MY MYS 3.8 109.7 1090 Asia/Kuala_Lumpur|MZ MOZ -17.2 35.6 1140 Africa/Maputo|NA NAM -22.1 17.2 970 Africa/Windhoek|NC NCL -21.3 165.7 260 Pacific/Noumea
NE NER 17.4 9.3 1040 Africa/Niamey|NF NFK -29 168 10 Pacific/Norfolk|NG NGA 9.6 8.1 780 Africa/Lagos|NI NIC 12.8 -85 320 America/Managua|NL NLD 52.2 4.9 7810 Europe/Amsterdam
NO NOR 66.4 12.8 1660 Europe/Oslo|NP NPL 28.3 83.9 460 Asia/Kathmandu|NR NRU -0.5 166.9 10 Pacific/Nauru|NU NIU -19 -169.9 20 Pacific/Niue|NZ NZL -41.7 172.9 820 Pacific/Auckland
OM OMN 20.6 56.1 540 Asia/Muscat|PA PAN 8.5 -80.1 340 America/Panama|PE PER -9.1 -74.4 1130 America/Lima|PF PYF -15.2 -144.9 1390 Pacific/Tahiti|PG PNG -6.5 145.2 1190 Pacific/Port_Moresby
PH PHL 11.7 122.9 870 Asia/Manila|PK PAK 29.9 69.2 980 Asia/Karachi|PL POL 52.1 19.4 430 Europe/Warsaw|PM SPM 46.9 -56.3 30 America/Miquelon|PN PCN -24.4 -128.5 190 Pacific/Pitcairn
PR PRI 18.2 -66.5 130 America/Puerto_Rico|PS PSE 31.9 35.2 120 Asia/Hebron|PT PRT 39.6 -8.6 1730 Europe/Lisbon|PW PLW 7.2 134.3 590 Pacific/Palau|PY PRY -23.2 -58.4 550 America/Asuncion
QA QAT 25.3 51.2 100 Asia/Qatar|RE REU -21.1 55.5 40 Indian/Reunion|RO ROU 45.8 25 380 Europe/Bucharest|RS SRB 44.2 20.8 250 Europe/Belgrade|RU RUS 66.4 96.2 4380 -
RW RWA -2 29.9 140 Africa/Kigali|SA SAU 24.1 44.6 1170 Asia/Riyadh|SB SLB -8.9 159.6 870 Pacific/Guadalcanal|SC SYC -6.5 52.1 730 Indian/Mahe|SD SDN 16 29.9 1070 Africa/Khartoum
SE SWE 62.4 16.3 810 Europe/Stockholm|SG SGP 1.4 103.8 30 Asia/Singapore|SH SHN -23.5 -10 1890 Atlantic/St_Helena|SI SVN 46.1 14.8 150 Europe/Ljubljana
SJ SJM 78.7 16.2 400 Arctic/Longyearbyen|SK SVK 48.7 19.5 230 Europe/Bratislava|SL SLE 8.6 -11.8 190 Africa/Freetown|SM SMR 43.9 12.4 10 Europe/San_Marino|SN SEN 14.4 -14.5 400 Africa/Dakar
SO SOM 4.7 45.7 1010 Africa/Mogadishu|SR SUR 4.1 -55.9 290 America/Paramaribo|SS SSD 7.3 30.3 700 Africa/Juba|ST STP 0.4 6.7 170 Africa/Sao_Tome|SV SLV 13.7 -88.9 140 America/El_Salvador
SX SXM 18 -63.1 10 America/Lower_Princes|SY SYR 35 38.5 430 Asia/Damascus|SZ SWZ -26.6 31.5 100 Africa/Mbabane|TC TCA 21.8 -71.9 90 America/Grand_Turk|TD TCD 15.3 18.6 950 Africa/Ndjamena
TF ATF -49.1 68.9 1450 Indian/Kerguelen|TG TGO 8.5 1 320 Africa/Lome|TH THA 15.1 101 1060 Asia/Bangkok|TJ TJK 38.5 71 390 Asia/Dushanbe|TK TKL -9 -171.8 90 Pacific/Fakaofo
TL TLS -8.8 125.9 210 Asia/Dili|TM TKM 39.1 59.4 660 Asia/Ashgabat|TN TUN 34.1 9.6 430 Africa/Tunis|TO TON -20 -174.8 500 Pacific/Tongatapu|TR TUR 39.1 35.2 870 Europe/Istanbul
TT TTO 10.5 -61.3 130 America/Port_of_Spain|TV TUV -7.8 178.5 360 Pacific/Funafuti|TW TWN 23.8 121 210 Asia/Taipei|TZ TZA -6.3 34.8 780 Africa/Dar_es_Salaam|UA UKR 49.2 31.3 680 Europe/Kyiv
UG UGA 1.3 32.4 430 Africa/Kampala|UM UMI 17 -158.1 8720 -|US USA 45.3 -104.2 4360 -|UY URY -32.8 -56 330 America/Montevideo|UZ UZB 41.8 63.3 770 Asia/Tashkent
VA VAT 41.9 12.5 10 Europe/Vatican|VC VCT 13.2 -61.2 80 America/St_Vincent|VE VEN 7.1 -66.2 830 America/Caracas|VG VGB 18.5 -64.5 40 America/Tortola|VI VIR 18 -64.8 50 America/St_Thomas
VN VNM 16.5 106.3 910 Asia/Ho_Chi_Minh|VU VUT -16.2 167.7 510 Pacific/Efate|WF WLF -13.8 -177.2 140 Pacific/Wallis|WS WSM -13.8 -172.2 90 Pacific/Apia|XK XKX 42.6 20.9 90 Europe/Belgrade
YE YEM 15.9 47.6 840 Asia/Aden|YT MYT -12.8 45.1 20 Indian/Mayotte|ZA ZAF -29 25.2 960 Africa/Johannesburg|ZM ZMB -13.5 27.8 730 Africa/Lusaka|ZW ZWE -19 29.9 510 Africa/Harare`;
