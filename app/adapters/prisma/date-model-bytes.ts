import { deserialize, serialize } from "node:v8";

/** Of what is behind the first byte. Whoever changes the types behind `Learned` or `Rehearsal` raises it: what is kept in another format is learned anew. */
export const FORMAT = 3;

/** What was learned as bytes: plain data with typed arrays and maps, as V8 writes them, behind one byte that says in which format. */
export const bytesOf = (learned: unknown): Buffer => Buffer.concat([Buffer.of(FORMAT), serialize(learned)]);

/** What bytes say; null for another format, and for bytes a newer V8 wrote or something cut short. */
export const learnedIn = <Kept>(bytes: Buffer | null): Kept | null => {
  if (bytes?.[0] !== FORMAT) return null;
  try {
    return deserialize(bytes.subarray(1)) as Kept;
  } catch {
    return null;
  }
};
