import { describe, expect, it } from "vitest";
import type { NewMessage } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { groupCommit } from "./group-commit.ts";

const message = (n: number): NewMessage => ({ shop: "a.myshopify.com" as ShopId, source: "shopify", topic: "orders/create", deliveryId: `w-${n}`, eventId: null, triggeredAt: null, receivedAt: 0 as Instant, body: "{}" });

/** A commit that waits until it is let through. */
const gated = () => {
  const batches: (readonly NewMessage[])[] = [];
  const gates: { open: () => void; fail: (fault: Error) => void }[] = [];
  const commit = (messages: readonly NewMessage[]) => new Promise<void>((open, fail) => { batches.push(messages); gates.push({ open, fail }); });
  return { batches, gates, commit };
};
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe("a group commit", () => {
  it("lets one message go at once and gathers what arrives meanwhile into the next", async () => {
    const { batches, gates, commit } = gated();
    const group = groupCommit(commit, { atOnce: 1 });
    const first = group.add(message(0));
    await settled();
    const rest = Array.from({ length: 50 }, (_, index) => group.add(message(index + 1)));
    await settled();
    expect(batches.map((one) => one.length)).toEqual([1]);
    gates[0]?.open();
    await first;
    await settled();
    expect(batches.map((one) => one.length)).toEqual([1, 50]);
    gates[1]?.open();
    await Promise.all(rest);
  });

  it("never puts more into one transaction than it is allowed", async () => {
    const { batches, gates, commit } = gated();
    const group = groupCommit(commit, { atOnce: 1, most: 20 });
    const all = Array.from({ length: 45 }, (_, index) => group.add(message(index)));
    for (let turn = 0; turn < 3; turn += 1) {
      await settled();
      gates[turn]?.open();
    }
    await Promise.all(all);
    expect(batches.map((one) => one.length)).toEqual([20, 20, 5]);
  });

  it("tells every sender of a failed transaction, and goes on with the next", async () => {
    const { gates, commit } = gated();
    const group = groupCommit(commit, { atOnce: 1 });
    const lost = [group.add(message(1)), group.add(message(2))].map((one) => one.then(() => "kept", (fault: Error) => fault.message));
    await settled();
    gates[0]?.fail(new Error("disk full"));
    expect(await Promise.all(lost)).toEqual(["disk full", "disk full"]);
    const next = group.add(message(3));
    await settled();
    gates[1]?.open();
    await expect(next).resolves.toBeUndefined();
  });

  it("refuses whoever waits while every commit is stuck, and goes on when one ends", async () => {
    const { gates, commit } = gated();
    const group = groupCommit(commit, { atOnce: 1, patienceMs: 20 });
    const stuck = group.add(message(0));
    await settled();
    const queued = group.add(message(1));
    await expect(stuck).rejects.toThrow("did not answer in time");
    await expect(queued).rejects.toThrow("did not answer in time");
    await expect(group.add(message(2))).rejects.toThrow("did not answer in time");
    expect(group.waiting).toBe(0);
    gates[0]?.open();
    await settled();
    const after = group.add(message(3));
    await settled();
    gates[1]?.open();
    await expect(after).resolves.toBeUndefined();
  });
});
