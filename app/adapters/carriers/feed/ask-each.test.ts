import { expect, it } from "vitest";
import type { NewMessage, WatchedParcel } from "#app/application/ports.ts";
import { askEach } from "./ask-each.ts";
import type { VendorAnswer } from "./call-vendor.ts";

const parcels = ["a", "b", "c"].map((number) => ({ number }) as WatchedParcel);
const message = (number: string) => ({ deliveryId: number }) as NewMessage;
const good = { outcome: "answered", status: 200, headers: new Headers(), text: "", json: {} } as const;
const bad = { outcome: "unavailable", because: "It answered 429.", retryAt: null } as const;
const ask = (answers: readonly VendorAnswer[]) => askEach(parcels, async ({ number }) => answers["abc".indexOf(number)] ?? bad, ({ number }) => [message(number)]);

it("asks about one parcel after the other", async () => {
  expect(await ask([good, good, good])).toEqual({ outcome: "answered", messages: ["a", "b", "c"].map(message), calls: 3 });
});

it("ends at the first failure, and keeps what was answered before", async () => {
  expect(await ask([good, bad, good])).toEqual({ outcome: "answered", messages: [message("a")], calls: 2 });
  expect(await ask([bad, good, good])).toEqual(bad);
});
