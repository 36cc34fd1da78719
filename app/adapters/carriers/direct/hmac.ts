import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `claimed` is the HMAC-SHA256 of some bytes, written in one of the given encodings; compared in constant time. An empty key signs nothing. */
export const isHmacSha256 = (key: string, bytes: Uint8Array | string, claimed: string | null, encodings: readonly ("hex" | "base64")[]): boolean => {
  if (key === "" || claimed === null) return false;
  const digest = createHmac("sha256", key).update(bytes).digest();
  return encodings.some((encoding) => {
    const form = encoding === "hex" ? /^[0-9a-f]{64}$/i : /^[A-Za-z0-9+/]{43}=$/;
    return form.test(claimed) && timingSafeEqual(Buffer.from(claimed, encoding), digest);
  });
};
