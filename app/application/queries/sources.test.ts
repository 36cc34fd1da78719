import { describe, expect, it } from "vitest";
import { fakeDirectory, fakeFeeds } from "../../../tests/fakes/feeds.ts";
import { at, SHOP, shipment } from "../../../tests/builders/journey.ts";
import { instant, type Instant } from "#app/domain/shared/time.ts";
import type { CarrierFeed, ShopRecord } from "../ports.ts";
import { sources } from "./sources.ts";

const RECORD = { shop: SHOP, token: "t0ken" } as ShopRecord;
const PARCEL = shipment().id;
const SEEN = instant("2026-11-16T12:00:00Z") as Instant;

/** The page's query over feeds and connections in memory. */
const house = (change: Partial<CarrierFeed> = {}, reportTo: string | null = null) => {
  const { directory } = fakeDirectory();
  const reads = {
    lags: async () => [], eventsKey: async () => null,
    unknownStatuses: async () => ({ total: 1, rows: [{ id: "u1", source: "easypost" as const, carrier: "OnTrac", code: "ledger", text: "QX417 & more", scans: 2, firstSeenAt: SEEN, lastSeenAt: SEEN, shipmentId: PARCEL, reportedAt: null }] }),
  };
  const view = sources({ feeds: fakeFeeds({ shippo: change }), directory, sources: reads, shops: { find: async () => RECORD }, clock: () => at(1), appUrl: "https://app.example.com", reportTo });
  return { directory, shippo: async () => (await view(SHOP))?.sources.find((one) => one.source === "shippo"), unknown: async () => (await view(SHOP))?.unknown[0] };
};

describe("the page of sources", () => {
  it("shows our own address before a feed is connected, unless a secret will be part of it", async () => {
    expect((await house().shippo())?.webhookUrl).toBe("https://app.example.com/webhooks/shippo/t0ken");
    expect((await house({ pushAddress: (url) => `${url}?token=x` }).shippo())?.webhookUrl).toBeNull();
  });

  it("shows the address a merchant enters at the vendor, secret included, and no other secret", async () => {
    const { about } = fakeFeeds().shippo;
    const fields = ["apiKey", "urlToken"].map((name) => ({ name, label: name, help: "", secret: true, optional: false, made: false }));
    const { directory, shippo } = house({ about: { ...about, fields }, pushAddress: (url, credentials) => `${url}?token=${credentials["urlToken"]}` });
    await directory.connect(SHOP, "shippo", { apiKey: "k3y", urlToken: "abc" }, at(0));
    expect((await shippo())?.webhookUrl).toBe("https://app.example.com/webhooks/shippo/t0ken?token=abc");
    expect(JSON.stringify(await shippo())).not.toContain("k3y");
    expect((await shippo())?.fields).toMatchObject([{ filled: true, value: null }, { filled: true, value: null }]);
  });

  it("reports a status by a page of new issues or by mail, with nothing of the shop in it", async () => {
    const page = new URL((await house({}, "https://reports.example/new").unknown())?.reportUrl ?? "");
    expect([page.origin, page.searchParams.get("title"), page.searchParams.get("body")]).toEqual(["https://reports.example", "Unread status: easypost ledger", "Source: easypost\nCarrier: OnTrac\nCode: ledger\nText: QX417 & more\n\nWhat it means, if you know:\n"]);
    expect((await house().unknown())?.reportUrl).toMatch(/^mailto:\?subject=Unread%20status%3A%20easypost%20ledger&body=Source/);
    expect((await house({}, "tables@example.com").unknown())?.reportUrl).toContain("mailto:tables@example.com?");
  });
});
