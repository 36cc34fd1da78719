/**
 * States, provinces and prefectures of Asia and the Pacific, by country: code (the part of ISO 3166-2 behind the country), latitude, longitude, radius (km), names.
 * Natural Earth 10m admin 1, version 5 (public domain), read 2026-11-21; middle and radius computed as in `COUNTRY_TABLE`.
 */
export const REGIONS_OF_ASIA_AND_THE_PACIFIC: Readonly<Record<string, string>> = {
  AU: `
ACT -35.5 149 50 Australian Capital Territory|NSW -32.2 147 770 New South Wales|NT -19.4 133.4 930 Northern Territory|QLD -22.6 144.5 1340 Queensland|SA -30.1 135.8 1010 South Australia
TAS -41.9 146.6 350 Tasmania|VIC -36.9 144.3 510 Victoria|WA -25.5 122.2 1400 Western Australia`,
  CN: `
AH 31.8 117.2 330 Anhui|BJ 40.2 116.4 110 Beijing|CQ 30.1 107.9 270 Chongqing|FJ 26.1 118 290 Fujian|GD 23.4 113.4 500 Guangdong|GS 37.8 100.9 740 Gansu|GX 23.8 108.8 450 Guangxi
GZ 26.8 106.9 330 Guizhou|HA 33.9 113.6 330 Henan|HB 31 112.3 400 Hubei|HE 39.6 116.1 420 Hebei|HI 19.2 109.7 160 Hainan|HL 47.9 127.7 750 Heilongjiang|HN 27.6 111.7 340 Hunan
JL 43.7 126.2 440 Jilin|JS 33 119.4 350 Jiangsu|JX 27.6 115.7 370 Jiangxi|LN 41.3 122.6 320 Liaoning|NM 44.1 113.9 1360 Inner Mongolia/Inner Mongol|NX 37.3 106.2 240 Ningxia
QH 35.7 96 640 Qinghai|SC 30.6 102.7 610 Sichuan|SD 36.4 118.2 420 Shandong|SH 31.2 121.4 80 Shanghai|SN 35.2 108.9 530 Shaanxi|SX 37.6 112.3 390 Shanxi|TJ 39.3 117.3 110 Tianjin
XJ 41.1 85.2 1030 Xinjiang|XZ 31.7 88.1 1090 Tibet/Xizang|YN 25 101.5 540 Yunnan|ZJ 29.2 120.1 230 Zhejiang`,
  IN: `
AN 11.1 93 500 Andaman and Nicobar Islands/Andaman and Nicobar|AP 15.7 79.9 640 Andhra Pradesh|AR 28 94.7 310 Arunachal Pradesh|AS 26.4 92.8 360 Assam|BR 25.7 85.6 290 Bihar
CH 30.7 76.8 10 Chandigarh|CT 21.3 82 410 Chhattisgarh|DH 20.2 73 40 Dadra and Nagar Haveli and Daman and Diu|DL 28.7 77.1 30 Delhi|GA 15.4 74 60 Goa|GJ 22.7 71.6 370 Gujarat
HP 31.9 77.2 200 Himachal Pradesh|HR 29.2 76.3 200 Haryana|JH 23.6 85.5 290 Jharkhand|JK 33.6 75.1 170 Jammu and Kashmir|KA 14.7 76.2 440 Karnataka|KL 10.4 76.4 320 Kerala
LA 33.9 77.6 230 Ladakh|LD 10.1 72.8 210 Lakshadweep|MH 19.5 76.1 520 Maharashtra|ML 25.5 91.3 160 Meghalaya|MN 24.7 93.9 130 Manipur|MP 23.5 78.3 480 Madhya Pradesh|MZ 23.3 92.8 150 Mizoram
NL 26.1 94.4 140 Nagaland|OR 20.5 84.4 440 Odisha|PB 30.8 75.4 200 Punjab|PY 12 78.9 650 Puducherry|RJ 26.6 73.8 440 Rajasthan|SK 27.6 88.4 70 Sikkim|TG 17.8 79.1 290 Telangana
TN 11 78.4 350 Tamil Nadu|TR 23.8 91.7 100 Tripura|UP 26.9 80.5 480 Uttar Pradesh|UT 30.2 79.2 180 Uttarakhand|WB 23.8 88 380 West Bengal`,
  JP: `
01 43.4 142.6 300 Hokkaidō|02 40.8 140.8 90 Aomori|03 39.6 141.4 100 Iwate|04 38.4 140.9 90 Miyagi|05 39.7 140.4 100 Akita|06 38.4 140.1 80 Yamagata|07 37.4 140.2 110 Fukushima
08 36.3 140.3 80 Ibaraki|09 36.7 139.8 60 Tochigi|10 36.5 139 80 Gunma|11 36 139.3 60 Saitama|12 35.5 140.2 80 Chiba|13 35 139.6 1160 Tokyo|14 35.4 139.3 50 Kanagawa
15 37.5 138.9 140 Niigata|16 36.6 137.2 60 Toyama|17 36.8 136.8 100 Ishikawa|18 35.8 136.2 80 Fukui|19 35.6 138.6 60 Yamanashi|20 36.1 138 120 Nagano|21 35.8 137 90 Gifu
22 35 138.3 90 Shizuoka|23 35 137.2 60 Aichi|24 34.5 136.4 100 Mie|25 35.2 136.1 60 Shiga|26 35.2 135.4 90 Kyōto|27 34.6 135.5 60 Ōsaka|28 35 134.8 100 Hyōgo|29 34.3 135.9 60 Nara
30 33.9 135.5 60 Wakayama|31 35.4 133.9 80 Tottori|32 35.1 132.6 160 Shimane|33 34.9 133.8 70 Okayama|34 34.6 132.8 80 Hiroshima|35 34.2 131.6 90 Yamaguchi|36 33.9 134.2 60 Tokushima
37 34.2 134 50 Kagawa|38 33.6 132.9 90 Ehime|39 33.4 133.3 100 Kōchi|40 33.5 130.7 70 Fukuoka|41 33.3 130.1 50 Saga|42 33.2 129.6 170 Nagasaki|43 32.6 130.7 90 Kumamoto|44 33.2 131.4 70 Ōita
45 32.2 131.3 100 Miyazaki|46 31.5 130.6 140 Kagoshima|47 26.6 127.6 530 Okinawa`,
};
