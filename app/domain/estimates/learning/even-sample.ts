import { keyBytes, type PackedParcels } from "./packed-parcels.ts";

/** An even number from 0 to 1 that depends on a parcel's key alone (FNV-1a, Fowler, Noll and Vo, with the last mixing of MurmurHash3). */
const evenNumber = (key: Uint8Array): number => {
  let hash = 0x811c9dc5;
  for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
};

/** About `most` of the rows that fit, all of them where they are fewer. Which ones depends on their keys alone, not on their order or on how they fared. */
export const evenSample = (parcels: PackedParcels, fits: (row: number) => boolean, most: number): Int32Array => {
  let many = 0;
  for (let row = 0; row < parcels.size; row += 1) if (fits(row)) many += 1;
  const share = most / Math.max(1, many);
  const rows: number[] = [];
  for (let row = 0; row < parcels.size; row += 1) if (fits(row) && (share >= 1 || evenNumber(keyBytes(parcels, row)) < share)) rows.push(row);
  return Int32Array.from(rows);
};
