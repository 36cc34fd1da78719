import { createHash } from "node:crypto";
import { z } from "zod";
import { normalTrackingNumber } from "#app/domain/carriers/tracking-numbers/normal-number.ts";
import { instant, iso, type Instant } from "#app/domain/shared/time.ts";
import type { FeedSource } from "#app/domain/shipments/scan.ts";
import type { FeedCall, NewMessage } from "#app/application/ports.ts";

/** The topic of messages we asked for ourselves. */
export const POLL_TOPIC = "poll";

const envelope = z.object({ number: z.string().min(1), polledAt: z.string(), answer: z.unknown().optional() });

/** What a vendor answered about one parcel, and when it was asked. `answer` is the vendor's own JSON about this parcel alone. */
export type PollAnswer = { readonly number: string; readonly polledAt: Instant; readonly answer: unknown };

/**
 * An answer as a message for the inbox. Its id is a hash of the answer, so that an unchanged answer is a duplicate; `same` is
 * what the hash is taken of where the answer holds something that differs each time.
 */
export const pollMessage = ({ shop, now }: Pick<FeedCall, "shop" | "now">, source: FeedSource, number: string, answer: unknown, same: unknown = answer): NewMessage => ({
  shop, source, topic: POLL_TOPIC, eventId: null, triggeredAt: null, receivedAt: now,
  deliveryId: `poll/${normalTrackingNumber(number)}/${createHash("sha256").update(JSON.stringify(same) ?? "").digest("hex").slice(0, 32)}`,
  body: JSON.stringify({ number, polledAt: iso(now), answer }),
});

/** Reads the body of a message we asked for; null when it is none. */
export const pollAnswer = (body: unknown): PollAnswer | null => {
  const read = envelope.safeParse(body);
  const polledAt = read.success ? instant(read.data.polledAt) : null;
  return read.success && polledAt !== null ? { number: read.data.number, polledAt, answer: read.data.answer } : null;
};
