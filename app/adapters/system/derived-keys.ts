import { hkdfSync } from "node:crypto";

/** Independent 256-bit keys from the one secret an operator keeps, one per purpose (HKDF-SHA256, RFC 5869). */
export const derivedKey = (master: Buffer, purpose: "seal" | "lookup" | "links"): Buffer => Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), `hither/${purpose}`, 32));
