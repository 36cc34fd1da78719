import { randomBytes, sign, type KeyObject } from "node:crypto";

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const EXTENSION = { constraints: oid("551d13"), names: oid("551d11") };
const ECDSA_SHA256 = der(0x30, oid("2a8648ce3d040302"));
const nameOf = (text: string): Buffer => der(0x30, der(0x31, der(0x30, oid("550403"), der(0x0c, Buffer.from(text)))));

/** A certificate that its own key vouches for: made here, so that no key lies in the repository. */
export const selfSigned = (host: string, { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): string => {
  const extensions = der(0xa3, der(0x30,
    der(0x30, EXTENSION.constraints, der(0x04, der(0x30, der(0x01, Buffer.from([0xff]))))),
    der(0x30, EXTENSION.names, der(0x04, der(0x30, der(0x82, Buffer.from(host)))))));
  const body = der(0x30,
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])), ECDSA_SHA256, nameOf(host),
    der(0x30, der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("490101000000Z"))), nameOf(host), publicKey.export({ type: "spki", format: "der" }), extensions);
  const certificate = der(0x30, body, ECDSA_SHA256, der(0x03, Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)])));
  return `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replaceAll(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;
};
