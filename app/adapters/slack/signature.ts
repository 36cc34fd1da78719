import { createHmac, timingSafeEqual } from "node:crypto";
import { minutes, since, type Instant } from "#app/domain/shared/time.ts";

/** A signed time may be this far from ours, in either direction (Slack: "more than five minutes from local time … could be a replay attack"). */
const TOLERANCE = minutes(5);

/**
 * Whether Slack signed these bytes with an app's signing secret: `v0=` and hexadecimal HMAC-SHA256 over `v0:<timestamp>:<raw body>`, in `X-Slack-Signature`,
 * the time in `X-Slack-Request-Timestamp` (https://docs.slack.dev/authentication/verifying-requests-from-slack, read 2026-11).
 */
export const isSignedBySlack = (headers: Pick<Headers, "get">, bytes: Uint8Array, secret: string, now: Instant): boolean => {
  const [timestamp, signature] = [headers.get("x-slack-request-timestamp") ?? "", headers.get("x-slack-signature") ?? ""];
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature) || secret === "") return false;
  if (Math.abs(since((Number(timestamp) * 1_000) as Instant, now)) > TOLERANCE) return false;
  const expected = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(bytes).digest();
  return timingSafeEqual(Buffer.from(signature.slice("v0=".length), "hex"), expected);
};
