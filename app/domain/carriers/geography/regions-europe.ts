/**
 * Regions of the larger European countries as carriers and Shopify write them (Italy and Spain by province, France by region, Britain by nation), by country: code (the part of ISO 3166-2 behind the country), latitude, longitude, radius (km), names.
 * Natural Earth 10m admin 1, version 5 (public domain), read 2026-11-21; middle and radius computed as in `COUNTRY_TABLE`.
 */
export const REGIONS_OF_EUROPE: Readonly<Record<string, string>> = {
  DE: `
BB 52.5 13.4 160 Brandenburg|BE 52.5 13.4 30 Berlin|BW 48.5 9.1 160 Baden-Württemberg|BY 48.9 11.4 220 Bavaria/Bayern|HB 53.2 8.8 50 Free Hanseatic Bremen/Bremen|HE 50.6 9 140 Hesse/Hessen
HH 53.5 10 30 Hamburg|MV 53.8 12.5 140 Mecklenburg-Western Pomerania/Mecklenburg-Vorpommern|NI 52.8 9.1 170 Lower Saxony/Niedersachsen
NW 51.5 7.6 160 North Rhine-Westphalia/Nordrhein-Westfalen|RP 49.9 7.4 120 Rhineland-Palatinate/Rheinland-Pfalz|SH 54.2 9.8 110 Schleswig-Holstein|SL 49.4 6.9 50 Saarland
SN 51 13.3 130 Saxony/Sachsen|ST 52 11.7 130 Saxony-Anhalt/Sachsen-Anhalt|TH 50.9 11 120 Thuringia/Thüringen`,
  FR: `
ARA 45.5 4.5 210 Auvergne-Rhône-Alpes|BFC 47.2 4.8 190 Bourgogne-Franche-Comté|BRE 48.2 -2.8 150 Bretagne|COR 42.2 9.1 100 Corse|CVL 47.5 1.7 170 Centre-Val de Loire
GES 48.7 5.6 200 Grand Est|HDF 50 2.8 140 Hauts-de-France|IDF 48.7 2.5 90 Île-de-France|NAQ 45.2 0.2 280 Nouvelle-Aquitaine|NOR 49.1 0.1 170 Normandie|OCC 43.7 2.1 230 Occitanie
PAC 44 6.1 160 Provence-Alpes-Côte-d'Azur|PDL 47.5 -0.8 150 Pays de la Loire`,
  GB: `
ENG 52.6 -1.5 410 England|NIR 54.6 -6.7 100 Northern Ireland|SCT 56.8 -4.2 480 Scotland|WLS 52.3 -3.8 140 Wales`,
  ES: `
A 38.5 -0.6 80 Alicante|AB 38.8 -2 100 Albacete|AL 37.2 -2.3 90 Almería|AV 40.6 -4.9 80 Ávila|B 41.7 2 70 Barcelona|BA 38.7 -6.2 150 Badajoz|BI 43.2 -2.9 50 Biscay/Bizkaia
BU 42.4 -3.6 110 Burgos|C 43.1 -8.5 100 A Coruña/La Coruña|CA 36.6 -5.8 80 Cádiz|CC 39.7 -6.2 120 Cáceres|CE 35.9 -5.3 10 Ceuta|CO 38 -4.8 100 Córdoba|CR 38.9 -3.8 110 Ciudad Real
CS 40.2 -0.1 70 Castellón|CU 39.9 -2.2 90 Cuenca|GC 28.4 -14.6 150 Las Palmas|GI 42.1 2.7 90 Girona/Gerona|GR 37.3 -3.3 120 Granada|GU 40.8 -2.6 100 Guadalajara|H 37.6 -6.8 100 Huelva
HU 42.2 -0.1 100 Huesca|J 38 -3.4 100 Jaén|L 42 1 110 Lleida/Lérida|LE 42.6 -5.8 110 León|LO 42.3 -2.5 70 La Rioja|LU 43 -7.4 90 Lugo|M 40.5 -3.7 80 Community of Madrid/Madrid
MA 36.8 -4.7 90 Málaga|ML 35.3 -2.9 10 Melilla|MU 38 -1.5 90 Murcia|NA 42.7 -1.6 90 Navarre/Navarra|O 43.3 -6 120 Asturias|OR 42.2 -7.6 80 Ourense/Orense|P 42.4 -4.5 80 Palencia
PM 39.6 2.9 170 Balearic Islands/Baleares|PO 42.4 -8.5 80 Pontevedra|S 43.2 -4 80 Cantabria|SA 40.8 -6.1 90 Salamanca|SE 37.4 -5.7 100 Seville/Sevilla|SG 41.2 -4.1 80 Segovia
SO 41.6 -2.6 80 Soria|SS 43.1 -2.2 50 Gipuzkoa|T 41.1 0.8 80 Tarragona|TE 40.7 -0.8 100 Teruel|TF 28.3 -17 130 Santa Cruz de Tenerife|TO 39.8 -4.1 120 Toledo|V 39.4 -0.8 110 Valencia
VA 41.6 -4.8 80 Valladolid|VI 42.8 -2.7 60 Araba / Álava/Álava|Z 41.6 -1.1 130 Zaragoza|ZA 41.7 -6 100 Zamora`,
  IT: `
AG 37.4 13.5 60 Agrigento|AL 44.8 8.7 60 Alessandria|AN 43.5 13.2 50 Ancona|AO 45.7 7.4 50 Aosta/Aoste|AP 42.9 13.6 40 Ascoli Piceno|AQ 42.1 13.6 70 L'Aquila|AR 43.5 11.9 50 Arezzo
AT 44.9 8.2 50 Asti|AV 41 15.1 50 Avellino|BA 40.9 16.8 60 Bari|BG 45.8 9.8 50 Bergamo|BI 45.6 8.1 30 Biella|BL 46.3 12.2 60 Belluno|BN 41.2 14.8 40 Benevento|BO 44.4 11.3 60 Bologna
BR 40.6 17.7 50 Brindisi|BS 45.7 10.3 80 Brescia|BT 41.2 16.2 40 Barletta-Andria-Trani/Barletta-Andria Trani|BZ 46.7 11.4 90 Trentino-South Tyrol/Bozen|CA 39.4 9.2 80 Cagliari
CB 41.7 14.8 50 Campobasso|CE 41.2 14.2 40 Caserta|CH 42.1 14.4 50 Chieti|CI 39.2 8.6 40 Carbonia-Iglesias|CL 37.4 14.1 50 Caltanissetta|CN 44.5 7.6 70 Cuneo|CO 45.9 9.2 40 Como
CR 45.2 10 60 Cremona|CS 39.6 16.3 70 Cosenza|CT 37.5 14.8 70 Catania|CZ 38.9 16.5 50 Catanzaro|EN 37.6 14.4 40 Enna|FC 44 12 40 Forlì-Cesena|FE 44.8 11.8 50 Ferrara|FG 41.5 15.6 70 Foggia
FI 43.8 11.3 60 Florence/Firenze|FM 43.1 13.6 40 Fermo|FR 41.6 13.5 50 Frosinone|GE 44.5 9.1 50 Liguria/Genova|GO 45.9 13.5 30 Gorizia|GR 42.8 11.2 60 Grosseto|IM 44 7.8 30 Imperia
IS 41.6 14.2 40 Isernia|KR 39.2 16.9 40 Crotone/Crotene|LC 45.9 9.4 30 Lecco|LE 40.2 18.2 50 Lecce|LI 43.1 10.5 60 Livorno|LO 45.2 9.6 30 Lodi|LT 41.4 13.1 70 Latina|LU 44 10.4 40 Lucca
MB 45.6 9.3 20 Monza and Brianza/Monza e Brianza|MC 43.2 13.2 50 Macerata|ME 38 14.9 70 Messina|MI 45.5 9.1 40 Milan/Milano|MN 45.1 10.8 60 Mantua/Mantova|MO 44.5 10.9 60 Modena
MS 44.3 10 40 Massa-Carrara|MT 40.5 16.4 50 Matera|NA 40.9 14.3 50 Naples/Napoli|NO 45.6 8.6 40 Novara|NU 40.3 9.3 60 Nuoro|OG 39.9 9.5 50 Ogliastra|OR 40 8.7 60 Oristano/Oristrano
OT 40.9 9.3 50 Olbia-Tempio|PA 37.9 13.6 70 Palermo|PC 44.9 9.6 50 Piacenza|PD 45.4 11.8 40 Padua/Padova|PE 42.3 14 30 Pescara|PG 43.1 12.5 70 Perugia|PI 43.5 10.7 50 Pisa
PN 46.1 12.7 40 Pordenone|PO 44 11.1 30 Prato|PR 44.7 10 60 Parma|PT 44 10.8 30 Pistoia|PU 43.7 12.7 50 Pesaro and Urbino/Pesaro e Urbino|PV 45.1 9 60 Pavia|PZ 40.5 15.9 80 Potenza
RA 44.4 12 50 Ravenna|RC 38.2 16 60 Reggio Calabria|RE 44.6 10.6 50 Reggio Emilia|RG 36.9 14.7 40 Ragusa|RI 42.4 13 50 Rieti|RM 41.9 12.6 80 Rome/Roma|RN 43.9 12.4 40 Rimini
RO 45 11.9 60 Rovigo|SA 40.4 15.2 80 Salerno|SI 43.2 11.5 60 Siena|SO 46.3 9.9 60 Sondrio|SP 44.2 9.7 40 La Spezia|SR 37.1 15 50 Syracuse/Siracusa|SS 40.6 8.7 60 Sassari
SV 44.3 8.3 50 Savona|TA 40.5 17.2 60 Taranto|TE 42.6 13.7 40 Teramo|TN 46.1 11.1 70 Trentino/Trento|TO 45.1 7.4 70 Turin|TP 37.8 12.7 140 Trapani|TR 42.7 12.4 50 Terni
TS 45.7 13.8 20 Trieste|TV 45.8 12.2 40 Treviso|UD 46.2 13.2 70 Udine|VA 45.8 8.8 40 Varese|VB 46.1 8.3 50 Verbano-Cusio-Ossola|VC 45.5 8.2 60 Vercelli|VE 45.5 12.5 60 Venice/Venezia
VI 45.7 11.5 50 Vicenza|VR 45.4 11 50 Verona|VS 39.6 8.8 40 Medio Campidano|VT 42.4 12 50 Viterbo|VV 38.6 16.2 30 Vibo Valentia`,
  PL: `
DS 51.1 16.4 120 Lower Silesian|KP 53 18.5 100 Kuyavian-Pomeranian|LB 52.2 15.3 120 Lubusz|LD 51.6 19.4 100 Łódź|LU 51.2 22.9 130 Lublin|MA 49.8 20.3 100 Lesser Poland
MZ 52.3 21.1 150 Masovian|OP 50.6 17.9 80 Opole|PD 53.3 22.9 130 Podlaskie/Podlachian|PK 50 22.2 120 Podkarpackie/Subcarpathian|PM 54.1 18 120 Pomeranian|SK 50.7 20.8 90 Świętokrzyskie
SL 50.3 19 110 Silesian|WN 53.8 20.8 150 Warmian-Masurian|WP 52.3 17.2 150 Greater Poland|ZP 53.6 15.6 140 West Pomeranian`,
  NL: `
DR 52.9 6.6 40 Drenthe|FL 52.6 5.5 40 Flevoland|FR 53.1 5.8 60 Friesland|GE 52.1 5.9 70 Gelderland|GR 53.2 6.7 50 Groningen|LI 51.2 5.9 70 Limburg|NB 51.6 5.2 70 North Brabant/Noord-Brabant
NH 52.6 4.9 70 North Holland/Noord-Holland|OV 52.4 6.4 60 Overijssel|UT 52.1 5.2 40 Utrecht|ZE 51.4 3.8 40 Zeeland|ZH 51.9 4.5 50 South Holland/Zuid-Holland`,
  AT: `
1 47.5 16.5 90 Burgenland|2 46.8 13.9 110 Carinthia/Kärnten|3 48.3 15.8 110 Lower Austria/Niederösterreich|4 48.1 14 100 Upper Austria/Oberösterreich|5 47.4 13.1 90 Salzburg
6 47.3 15 110 Styria/Steiermark|7 47.2 11.5 120 Tyrol/Tirol|8 47.2 9.9 50 Vorarlberg|9 48.2 16.4 20 Vienna/Wien`,
  CH: `
AG 47.4 8.2 40 Aargau|AI 47.3 9.4 30 Appenzell Innerrhoden|AR 47.4 9.4 30 Appenzell Ausserrhoden|BE 46.8 7.6 70 Bern|BL 47.5 7.7 30 Basel-Landschaft|BS 47.6 7.6 10 Basel-Stadt
FR 46.7 7.1 40 Fribourg|GE 46.2 6.1 20 Geneva/Genève|GL 47 9.1 30 Glarus|GR 46.7 9.6 80 Grisons/Graubünden|JU 47.3 7.2 40 Jura|LU 47.1 8.1 40 Lucerne|NE 47 6.8 40 Neuchâtel
NW 46.9 8.4 20 Nidwalden|OW 46.9 8.2 30 Obwalden|SG 47.3 9.3 50 St. Gallen/Sankt Gallen|SH 47.7 8.6 30 Schaffhausen|SO 47.3 7.6 40 Solothurn|SZ 47.1 8.7 30 Schwyz|TG 47.6 9.1 40 Thurgau
TI 46.3 8.8 60 Ticino|UR 46.8 8.6 30 Uri|VD 46.6 6.7 60 Vaud|VS 46.2 7.6 90 Valais|ZG 47.2 8.5 20 Zug|ZH 47.4 8.6 40 Zürich`,
};
