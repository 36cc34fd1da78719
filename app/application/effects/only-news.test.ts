import { expect, it } from "vitest";
import { at, SHOP } from "../../../tests/builders/journey.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import type { ShopRecord } from "../ports.ts";
import { onlyNews } from "./only-news.ts";

const INTENT = { kind: "publish_dates" } as const;
const item = (createdAt: Instant) => ({ id: "1", shop: SHOP, key: "k", intent: INTENT, attempts: 1, createdAt });
const telling = (returnedAt: Instant | null) => onlyNews<"publish_dates">({ find: async () => ({ returnedAt }) as ShopRecord }, async () => ({ outcome: "sent", detail: null }));

it("tells at once what was just decided", async () => {
  expect(await telling(null)(item(at(1)), INTENT, at(1))).toEqual({ outcome: "sent", detail: null });
  expect(await telling(at(-50))(item(at(1)), INTENT, at(1))).toEqual({ outcome: "sent", detail: null });
});

it("waits after an absence until the past is known", async () => {
  expect(await telling(at(70))(item(at(1)), INTENT, at(70.5))).toMatchObject({ outcome: "retry", at: at(71) });
  expect(await telling(at(70))(item(at(1)), INTENT, at(71))).toEqual({ outcome: "sent", detail: null });
});

it("leaves unsaid what waited for more than three days", async () => {
  expect(await telling(null)(item(at(1)), INTENT, at(73))).toMatchObject({ outcome: "sent" });
  expect(await telling(null)(item(at(1)), INTENT, at(73.1))).toMatchObject({ outcome: "skipped", because: /no news any more/ as unknown });
});
