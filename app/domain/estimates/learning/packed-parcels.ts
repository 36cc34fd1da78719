import type { Instant } from "../../shared/time.ts";
import { encode, type Dictionary } from "../engine/parcels.ts";
import { zipPrefix } from "./lane.ts";
import type { PastParcel } from "./past-parcel.ts";

/** The texts of a parcel that repeat from one to the next. */
export const REPEATED = ["location", "carrier", "service", "country", "region", "zip"] as const;
type Repeated = (typeof REPEATED)[number];

/**
 * A shop's past in columns, under a hundred bytes a parcel (as objects they take half a kilobyte), which a thread takes over without a copy. Instants in milliseconds,
 * `NaN` for none; texts as codes, −1 for none; of postal codes only the part that lanes know. Keys lie end to end.
 */
export type PackedParcels = {
  readonly size: number;
  readonly instants: Readonly<Record<"orderedAt" | "handedOverAt" | "nearAt" | "arrivedAt", Float64Array<ArrayBuffer>>>;
  readonly codes: Readonly<Record<Repeated, Int32Array<ArrayBuffer>>>;
  readonly texts: Readonly<Record<Repeated, readonly string[]>>;
  readonly items: Uint16Array<ArrayBuffer>;
  readonly keys: { readonly bytes: Uint8Array<ArrayBuffer>; readonly ends: Uint32Array<ArrayBuffer> };
};

const INSTANTS = ["orderedAt", "handedOverAt", "nearAt", "arrivedAt"] as const;
const GROWTH = 1.3;
/** A sample is a little larger or smaller than it was meant to be. */
const SLACK = 1.01;
const USUAL_KEY = 24; // bytes
const each = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T): Record<Name, T> => Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, T>;

/** Packs parcels one by one, so that whoever reads them needs to hold few. `expected`: about how many will come. */
export const packer = (expected = 1_000): { readonly add: (parcel: PastParcel) => void; readonly packed: () => PackedParcels } => {
  const encoder = new TextEncoder();
  let [size, room, used] = [0, Math.ceil(SLACK * expected) + 16, 0];
  const texts = each(REPEATED, (): Dictionary => new Map());
  let instants = each(INSTANTS, () => new Float64Array(room));
  let codes = each(REPEATED, () => new Int32Array(room));
  let [items, ends, bytes] = [new Uint16Array(room), new Uint32Array(room), new Uint8Array(room * USUAL_KEY)];
  const grow = (): void => {
    room = Math.ceil(room * GROWTH);
    const moved = <Column extends { set(from: Column): void }>(wider: Column, from: Column): Column => { wider.set(from); return wider; };
    instants = each(INSTANTS, (name) => moved<Float64Array<ArrayBuffer>>(new Float64Array(room), instants[name]));
    codes = each(REPEATED, (name) => moved<Int32Array<ArrayBuffer>>(new Int32Array(room), codes[name]));
    items = moved<Uint16Array<ArrayBuffer>>(new Uint16Array(room), items);
    ends = moved<Uint32Array<ArrayBuffer>>(new Uint32Array(room), ends);
  };
  return {
    add: (parcel) => {
      if (size === room) grow();
      for (const name of INSTANTS) instants[name][size] = parcel[name] ?? Number.NaN;
      for (const name of REPEATED) {
        const text = name === "zip" ? zipPrefix(parcel.zip) : parcel[name];
        codes[name][size] = text === null ? -1 : encode(texts[name], text);
      }
      items[size] = Math.max(0, Math.min(65_535, parcel.items));
      const key = encoder.encode(parcel.key);
      if (used + key.length > bytes.length) { const wider = new Uint8Array(Math.ceil((used + key.length) * GROWTH)); wider.set(bytes); bytes = wider; }
      bytes.set(key, used);
      used += key.length;
      ends[size] = used;
      size += 1;
    },
    packed: () => ({
      size, instants: each(INSTANTS, (name) => instants[name].subarray(0, size)), codes: each(REPEATED, (name) => codes[name].subarray(0, size)), texts: each(REPEATED, (name) => [...texts[name].keys()]),
      items: items.subarray(0, size), keys: { bytes: bytes.subarray(0, used), ends: ends.subarray(0, size) },
    }),
  };
};

/** Parcels as they are given, packed. */
export const packedOf = (parcels: Iterable<PastParcel>): PackedParcels => {
  const { add, packed } = packer();
  for (const parcel of parcels) add(parcel);
  return packed();
};

/** The memory all columns lie in, to be handed over whole. */
export const buffersOf = ({ instants, codes, items, keys }: PackedParcels): ArrayBuffer[] => [...Object.values(instants), ...Object.values(codes), items, keys.bytes, keys.ends].map(({ buffer }) => buffer);

/** The bytes of one key. */
export const keyBytes = ({ keys: { bytes, ends } }: PackedParcels, row: number): Uint8Array => bytes.subarray(row === 0 ? 0 : ends[row - 1], ends[row]);

const decoder = new TextDecoder();

/** One parcel again; its postal code as far as it was kept. */
export const parcelAt = (packed: PackedParcels, row: number): PastParcel => {
  const at = (name: (typeof INSTANTS)[number]): Instant | null => { const found = packed.instants[name][row]!; return Number.isNaN(found) ? null : (found as Instant); };
  const text = (name: Repeated): string | null => packed.texts[name][packed.codes[name][row]!] ?? null;
  return {
    key: decoder.decode(keyBytes(packed, row)), orderedAt: at("orderedAt"), handedOverAt: at("handedOverAt"), nearAt: at("nearAt"), arrivedAt: at("arrivedAt"), location: text("location"),
    carrier: text("carrier"), service: text("service"), country: text("country"), region: text("region"), zip: text("zip"), items: packed.items[row]!,
  };
};
