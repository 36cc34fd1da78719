import { expect, it } from "vitest";
import { readEnv } from "./env.server.ts";

const KEY = Buffer.alloc(32, 1).toString("base64");
const COMPLETE = { SHOPIFY_API_KEY: "key", SHOPIFY_API_SECRET: "secret", SHOPIFY_APP_URL: "https://app.example/", HITHER_ENCRYPTION_KEY: KEY };

it("takes the few variables that have no default", () => {
  expect(readEnv(COMPLETE)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1", DATA_DIR: ".data/hither", SHOPIFY_APP_URL: "https://app.example", HITHER_ENCRYPTION_KEYS_PREVIOUS: [] });
});

it("names everything that is missing or malformed at once", () => {
  const read = () => readEnv({ SHOPIFY_API_KEY: "", HITHER_ENCRYPTION_KEY: "short", PORT: "many", SHOPIFY_APP_URL: "nowhere" });
  for (const name of ["SHOPIFY_API_KEY: is not set", "SHOPIFY_API_SECRET: is not set", "HITHER_ENCRYPTION_KEY: ", "PORT: ", "SHOPIFY_APP_URL: "]) expect(read).toThrow(name);
});

it("reads earlier encryption keys from a list and refuses a bad one among them", () => {
  expect(readEnv({ ...COMPLETE, HITHER_ENCRYPTION_KEYS_PREVIOUS: `${KEY}, ${KEY}` }).HITHER_ENCRYPTION_KEYS_PREVIOUS).toHaveLength(2);
  expect(() => readEnv({ ...COMPLETE, HITHER_ENCRYPTION_KEYS_PREVIOUS: `${KEY},x` })).toThrow("HITHER_ENCRYPTION_KEYS_PREVIOUS");
});

it("takes the tunnel's address from the Shopify CLI as the app's own and listens on this machine", () => {
  const { SHOPIFY_APP_URL: _none, ...rest } = COMPLETE;
  expect(readEnv({ ...rest, HOST: "https://one.tunnel.example" })).toMatchObject({ SHOPIFY_APP_URL: "https://one.tunnel.example", HOST: "127.0.0.1" });
  expect(readEnv({ ...COMPLETE, HOST: "0.0.0.0" }).HOST).toBe("0.0.0.0");
});
