import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Instant } from "#app/domain/shared/time.ts";
import { isSignedBySlack } from "./signature.ts";

/** The worked example of Slack's documentation. */
const EXAMPLE = {
  secret: "8f742231b10e8888abcd99yyyzzz85a5", timestamp: "1531420618", signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  body: "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
};
const NOW = 1_531_420_618_000 as Instant;
const asked = (change: Partial<typeof EXAMPLE> = {}, now: Instant = NOW) => {
  const { secret, timestamp, signature, body } = { ...EXAMPLE, ...change };
  return isSignedBySlack(new Headers({ "x-slack-request-timestamp": timestamp, "x-slack-signature": signature }), Buffer.from(body), secret, now);
};
const sign = (body: string, timestamp: string) => `v0=${createHmac("sha256", EXAMPLE.secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;

describe("a signature of Slack's", () => {
  it("is accepted within five minutes, as Slack's own example shows it", () => {
    expect(asked()).toBe(true);
    expect(asked({}, (NOW + 299_000) as Instant)).toBe(true);
    expect(asked({}, (NOW - 299_000) as Instant)).toBe(true);
  });

  it.each([
    ["a changed body", { body: `${EXAMPLE.body}&x=1` }], ["another secret", { secret: "8f742231b10e8888abcd99yyyzzz85a6" }], ["no secret", { secret: "" }], ["another time", { timestamp: "1531420619" }], ["a time that is none", { timestamp: "soon" }],
    ["no version", { signature: EXAMPLE.signature.slice(3) }], ["half a signature", { signature: EXAMPLE.signature.slice(0, 30) }], ["none", { signature: "" }],
  ])("with %s is refused", (_name, change) => {
    expect(asked(change)).toBe(false);
  });

  it("is refused when it is older than five minutes or from the future, however right", () => {
    expect(asked({}, (NOW + 301_000) as Instant)).toBe(false);
    expect(asked({}, (NOW - 301_000) as Instant)).toBe(false);
    const late = String(NOW / 1_000 + 400);
    expect(asked({ timestamp: late, signature: sign(EXAMPLE.body, late) })).toBe(false);
  });
});
