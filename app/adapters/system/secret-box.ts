import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** What a sealed value belongs to. It is authenticated: a value moved to another shop or column does not open. */
export type SealedFor = { readonly shop: string; readonly column: string };

/** Keeps secrets and personal data unreadable at rest. */
export type SecretBox = {
  seal(plain: string, where: SealedFor): string;
  /** The plain text, or null when the value was altered, moved or sealed with a key we no longer have. */
  open(sealed: string, where: SealedFor): string | null;
};

const keyId = (key: Buffer): string => createHash("sha256").update("hither/key-id/").update(key).digest("base64url").slice(0, 8);
const aad = ({ shop, column }: SealedFor): Buffer => Buffer.from(`${shop}\u0000${column}`, "utf8");

/**
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D). Format: `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url.
 * The first key seals; all keys open, so that a key can be rotated without downtime.
 */
export const secretBox = (keys: readonly [Buffer, ...Buffer[]]): SecretBox => {
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const [current] = keys;
  const currentId = keyId(current);
  return {
    seal: (plain, where) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current, nonce).setAAD(aad(where));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return ["v1", currentId, nonce.toString("base64url"), cipher.getAuthTag().toString("base64url"), body.toString("base64url")].join(".");
    },
    open: (sealed, where) => {
      const [version, id, nonce, tag, body] = sealed.split(".");
      const key = byId.get(id ?? "");
      if (version !== "v1" || !key || !nonce || !tag || body === undefined) return null;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url")).setAAD(aad(where)).setAuthTag(Buffer.from(tag, "base64url"));
        return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
};
