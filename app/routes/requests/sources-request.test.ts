import { describe, expect, test } from "vitest";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { FEED_SOURCES } from "#app/domain/shipments/scan.ts";
import { answerSourcesRequest, readSourcesRequest, type SourcesCommands } from "./sources-request.ts";

const SHOP = "hearth-and-wool.myshopify.com" as ShopId;

/** Commands that note how they were called. */
const noting = (change: Partial<SourcesCommands> = {}) => {
  const calls: unknown[][] = [];
  const note = <Answer>(name: string, answer: Answer) => (...given: unknown[]) => {
    calls.push([name, ...given]);
    return Promise.resolve(answer);
  };
  const commands: SourcesCommands = {
    connectFeed: note("connectFeed", { outcome: "saved", made: { secret: "s3cret" }, webhookUrl: "https://hither.example/webhooks/aftership/t" } as const),
    disconnectFeed: note("disconnectFeed", undefined), testFeed: note("testFeed", { outcome: "fails", because: "The key has expired." } as const),
    makeEventsKey: note("makeEventsKey", { outcome: "made", keyId: "key_1", secret: "whsec_x", madeAt: 1 } as const), removeEventsKey: note("removeEventsKey", undefined),
    reportUnknown: note("reportUnknown", { outcome: "reported" } as const), ...change,
  };
  return { calls, commands };
};

describe("a request of the page of sources", () => {
  test.each(FEED_SOURCES)("%s can be connected", (source) => {
    expect(readSourcesRequest({ intent: "connect_feed", source, fields: { apiKey: "k" } })).toEqual({ intent: "connect_feed", source, fields: { apiKey: "k" } });
  });

  test("blanks around a copied credential are dropped, inside it they stay", () => {
    expect(readSourcesRequest({ intent: "connect_feed", source: "ups", fields: { clientId: " a b\n", clientSecret: "" } })).toMatchObject({ fields: { clientId: "a b", clientSecret: "" } });
  });

  test("a stored credential can be forgotten", () => {
    expect(readSourcesRequest({ intent: "connect_feed", source: "karrio", fields: { apiKey: "", webhookSecret: null } })).toMatchObject({ fields: { apiKey: "", webhookSecret: null } });
  });

  test.each([
    ["an unknown source", { intent: "connect_feed", source: "pigeon", fields: {} }],
    ["the source that is always on", { intent: "disconnect_feed", source: "shopify" }],
    ["no source", { intent: "test_feed" }],
    ["a name that is no field's", { intent: "connect_feed", source: "ups", fields: { "a key": "x" } }],
    ["a credential that is no text", { intent: "connect_feed", source: "ups", fields: { clientId: 7 } }],
    ["a credential without end", { intent: "connect_feed", source: "ups", fields: { clientId: "x".repeat(5_001) } }],
    ["more fields than any vendor has", { intent: "connect_feed", source: "ups", fields: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`f${index}`, "x"])) }],
    ["an empty id", { intent: "report_unknown", id: "" }],
    ["an unknown intent", { intent: "drop_tables" }],
    ["a list", []],
    ["no JSON", null],
  ])("%s is no request", (_name, body) => expect(readSourcesRequest(body)).toBeNull());

  test("every intent reaches its own command, for this shop", async () => {
    const { calls, commands } = noting();
    const bodies = [
      { intent: "connect_feed", source: "aftership", fields: { apiKey: "k" } }, { intent: "disconnect_feed", source: "dhl" }, { intent: "test_feed", source: "fedex" },
      { intent: "make_events_key" }, { intent: "remove_events_key" }, { intent: "report_unknown", id: "u1" },
    ];
    const answers = [];
    for (const body of bodies) {
      const asked = readSourcesRequest(body);
      if (asked === null) throw new Error(`${body.intent} was not read`);
      answers.push(await answerSourcesRequest(SHOP, asked, commands));
    }
    expect(calls).toEqual([
      ["connectFeed", SHOP, "aftership", { apiKey: "k" }], ["disconnectFeed", SHOP, "dhl"], ["testFeed", SHOP, "fedex"], ["makeEventsKey", SHOP], ["removeEventsKey", SHOP], ["reportUnknown", SHOP, "u1"],
    ]);
    expect(answers.map((answer) => `${answer.intent}: ${answer.outcome}`)).toEqual([
      "connect_feed: saved", "disconnect_feed: disconnected", "test_feed: fails", "make_events_key: made", "remove_events_key: removed", "report_unknown: reported",
    ]);
  });

  test("a vendor's refusal reaches the page in its words", async () => {
    const { commands } = noting({ connectFeed: () => Promise.resolve({ outcome: "refused", because: "DHL says: the key is not active." }) });
    expect(await answerSourcesRequest(SHOP, { intent: "connect_feed", source: "dhl", fields: {} }, commands)).toEqual({ intent: "connect_feed", outcome: "refused", because: "DHL says: the key is not active." });
  });
});
