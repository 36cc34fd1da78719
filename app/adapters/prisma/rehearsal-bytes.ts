import type { Rehearsal } from "#app/domain/estimates/learning/learned.ts";
import { bytesOf, learnedIn } from "./date-model-bytes.ts";

type Remembered = Rehearsal["parcels"][number]["remembered"];
type Figures = Uint8Array | Float32Array;
/** One column of all parcels, end to end. */
type Packed<Of extends Figures> = { readonly all: Of; readonly ends: Uint32Array };
type Kept = Omit<Rehearsal, "parcels"> & {
  readonly parcels: readonly Omit<Rehearsal["parcels"][number], "remembered">[];
  readonly remembered: { readonly from: Packed<Uint8Array>; readonly to: Packed<Uint8Array>; readonly inside: Packed<Float32Array>; readonly promised: Packed<Uint8Array>; readonly kept: Packed<Float32Array> };
};

const packed = <Of extends Figures>(parts: readonly Of[], make: (length: number) => Of): Packed<Of> => {
  const ends = new Uint32Array(parts.length);
  parts.reduce((end, part, at) => (ends[at] = end + part.length), 0);
  const all = make(ends.at(-1) ?? 0);
  for (const [at, part] of parts.entries()) all.set(part, (ends[at] ?? 0) - part.length);
  return { all, ends };
};

const part = <Of extends Figures>({ all, ends }: Packed<Of>, at: number): Of => all.subarray(at === 0 ? 0 : ends[at - 1], ends[at]) as Of;

/** A rehearsal as bytes: five arrays for all parcels instead of five for each, which V8 would take a hundred times as long to read. */
export const rehearsalBytes = ({ parcels, ...rest }: Rehearsal): Buffer => {
  const column = <Name extends keyof Remembered>(name: Name): readonly Remembered[Name][] => parcels.map((one) => one.remembered[name]);
  const bytes = (length: number): Uint8Array => new Uint8Array(length);
  const floats = (length: number): Float32Array => new Float32Array(length);
  const kept: Kept = {
    ...rest, parcels: parcels.map(({ remembered: _remembered, ...parcel }) => parcel),
    remembered: {
      from: packed<Uint8Array>(column("from"), bytes), to: packed<Uint8Array>(column("to"), bytes), inside: packed<Float32Array>(column("inside"), floats),
      promised: packed<Uint8Array>(column("promised"), bytes), kept: packed<Float32Array>(column("kept"), floats),
    },
  };
  return bytesOf(kept);
};

/** The rehearsal bytes hold; null where they cannot be read. Its arrays are views into five. */
export const rehearsalIn = (bytes: Buffer | null): Rehearsal | null => {
  const kept = learnedIn<Kept>(bytes);
  if (kept === null) return null;
  const { remembered, parcels, ...rest } = kept;
  return {
    ...rest, parcels: parcels.map((parcel, at) => ({
      ...parcel,
      remembered: { from: part(remembered.from, at), to: part(remembered.to, at), inside: part(remembered.inside, at), promised: part(remembered.promised, at), kept: part(remembered.kept, at) },
    })),
  };
};
