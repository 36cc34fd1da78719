/**
 * States and provinces of North and South America, by country: code (the part of ISO 3166-2 behind the country), latitude, longitude, radius (km), names.
 * Natural Earth 10m admin 1, version 5 (public domain), read 2026-11-21; middle and radius computed as in `COUNTRY_TABLE`.
 */
export const REGIONS_OF_THE_AMERICAS: Readonly<Record<string, string>> = {
  US: `
AK 64.3 -152.6 1610 Alaska|AL 32.8 -86.8 310 Alabama|AR 34.9 -92.4 280 Arkansas|AZ 34.3 -111.7 420 Arizona|CA 37.2 -119.6 680 California|CO 39 -105.5 380 Colorado
CT 41.6 -72.7 110 Connecticut|DC 38.9 -77 20 District of Columbia/Washington DC|DE 39 -75.5 100 Delaware|FL 28.6 -82.5 560 Florida|GA 32.7 -83.5 330 Georgia|HI 20.3 -156.3 420 Hawaii
IA 42.1 -93.5 300 Iowa|ID 44.4 -114.7 550 Idaho|IL 40.1 -89.2 350 Illinois|IN 39.9 -86.3 290 Indiana|KS 38.5 -98.4 370 Kansas|KY 37.5 -85.3 390 Kentucky|LA 31.1 -92 370 Louisiana
MA 42.3 -71.8 170 Massachusetts|MD 39.1 -76.8 240 Maryland|ME 45.4 -69.2 290 Maine|MI 44.9 -85.7 460 Michigan|MN 46.3 -94.2 400 Minnesota|MO 38.4 -92.5 380 Missouri
MS 32.8 -89.7 300 Mississippi|MT 47 -109.6 530 Montana|NC 35.5 -79.4 460 North Carolina|ND 47.4 -100.5 350 North Dakota|NE 41.5 -99.8 420 Nebraska|NH 43.7 -71.6 190 New Hampshire
NJ 40.2 -74.7 150 New Jersey|NM 34.4 -106.1 440 New Mexico|NV 39.4 -116.7 520 Nevada|NY 43 -75.7 390 New York|OH 40.4 -82.7 290 Ohio|OK 35.6 -97.5 520 Oklahoma|OR 43.9 -120.5 380 Oregon
PA 40.9 -77.8 280 Pennsylvania|RI 41.7 -71.6 60 Rhode Island|SC 33.9 -80.9 250 South Carolina|SD 44.4 -100.2 380 South Dakota|TN 35.8 -86.3 430 Tennessee|TX 31.5 -99.4 690 Texas
UT 39.3 -111.7 360 Utah|VA 37.5 -78.8 440 Virginia|VT 44.1 -72.7 160 Vermont|WA 47.4 -120.4 340 Washington|WI 44.6 -89.7 330 Wisconsin|WV 38.6 -80.6 270 West Virginia
WY 43 -107.6 370 Wyoming`,
  CA: `
AB 55.2 -114.5 760 Alberta|BC 54.8 -124.8 1010 British Columbia|MB 54.9 -97.4 720 Manitoba|NB 46.6 -66.4 220 New Brunswick|NL 52.7 -60.2 890 Newfoundland and Labrador
NS 45.2 -63.3 310 Nova Scotia|NT 65.9 -119.3 1310 Northwest Territories|NU 69.9 -90.4 1980 Nunavut|ON 50.1 -85.8 1020 Ontario|PE 46.4 -63.2 100 Prince Edward Island
QC 53.3 -71.7 1080 Quebec/Québec|SK 54.4 -105.9 680 Saskatchewan|YT 63.6 -135.5 730 Yukon`,
  MX: `
AGU 22 -102.4 60 Aguascalientes|BCN 30.5 -115.1 370 Baja California|BCS 25.9 -112 410 Baja California Sur|CAM 18.8 -90.3 240 Campeche|CHH 28.8 -106.5 370 Chihuahua|CHP 16.5 -92.5 230 Chiapas
COA 27.3 -102 330 Coahuila|COL 19.1 -104.2 730 Colima|CMX 19.3 -99.1 40 Mexico City/Ciudad de México/Distrito Federal|DUR 24.9 -104.9 300 Durango|GRO 17.7 -99.9 250 Guerrero|GUA 20.9 -101 150 Guanajuato
HID 20.5 -98.9 120 Hidalgo|JAL 20.6 -103.6 260 Jalisco|MEX 19.4 -99.6 130 State of Mexico/México|MIC 19.2 -101.9 210 Michoacán|MOR 18.8 -99.1 60 Morelos|NAY 21.8 -104.9 150 Nayarit
NLE 25.6 -100 270 Nuevo León|OAX 17 -96.4 280 Oaxaca|PUE 19 -97.9 210 Puebla|QUE 20.8 -99.9 120 Querétaro|ROO 19.7 -88.1 250 Quintana Roo|SIN 25 -107.5 350 Sinaloa
SLP 22.6 -100.4 250 San Luis Potosí|SON 29.7 -110.8 500 Sonora|TAB 17.9 -92.6 190 Tabasco|TAM 24.3 -98.6 400 Tamaulipas|TLA 19.4 -98.2 70 Tlaxcala|VER 19.4 -96.4 410 Veracruz
YUC 20.8 -88.9 170 Yucatán|ZAC 23.3 -102.7 260 Zacatecas`,
  BR: `
AC -9.3 -70.5 450 Acre|AL -9.5 -36.6 180 Alagoas|AM -4.2 -64.7 1060 Amazonas|AP 1.5 -52 340 Amapá|BA -12.5 -41.7 680 Bahia|CE -5.1 -39.6 320 Ceará|DF -15.8 -47.8 60 Federal District/Distrito Federal
ES -19.6 -40.7 210 Espírito Santo|GO -16 -49.6 520 Goiás|MA -5.1 -45.3 580 Maranhão|MG -18.5 -44.7 690 Minas Gerais|MS -20.3 -54.8 420 Mato Grosso do Sul|MT -13 -55.9 760 Mato Grosso
PA -4 -53.1 890 Pará|PB -7.1 -36.8 230 Paraíba|PE -8.3 -38 380 Pernambuco|PI -7.4 -43 540 Piauí|PR -24.6 -51.6 370 Paraná|RJ -22.2 -42.7 260 Rio de Janeiro
RN -5.8 -36.7 230 Rio Grande do Norte|RO -10.9 -62.8 460 Rondônia|RR 2.1 -61.4 460 Roraima|RS -29.7 -53.3 450 Rio Grande do Sul|SC -27.2 -50.5 340 Santa Catarina|SE -10.6 -37.4 140 Sergipe
SP -22.3 -48.7 480 São Paulo|TO -10.1 -48.3 560 Tocantins`,
};
