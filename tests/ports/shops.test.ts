import { Session } from "@shopify/shopify-api";
import { expect, it } from "vitest";
import { createStores } from "#app/adapters/prisma/stores.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import { defaultPolicy } from "#app/domain/decisions/policy.ts";
import { hours } from "#app/domain/shared/time.ts";
import { at, NEW_YORK, SHOP } from "../builders/journey.ts";
import { onBothDatabases } from "../setup/databases.ts";
import { hashOfTests, OTHER_SHOP, shopInfo, storesOf } from "../setup/stores.ts";

const offline = (more: Partial<ConstructorParameters<typeof Session>[0]> = {}) => new Session({
  id: `offline_${SHOP}`, shop: SHOP, state: "", isOnline: false, scope: "read_orders", accessToken: "shpat_1", expires: new Date(at(1)), refreshToken: "shprt_1", refreshTokenExpires: new Date(at(2_160)), ...more,
});

onBothDatabases("shops", ({ open, openAgain }) => {
  it("are installed, found by domain and token, changed, removed, and revived with their settings", async () => {
    const { shops, sessions } = storesOf(await open());
    const installed = await shops.install(SHOP, shopInfo(), ["read_orders"], at(0));
    expect(installed).toMatchObject({ ...shopInfo(), shop: SHOP, installedAt: at(0), uninstalledAt: null, scopes: ["read_orders"], syncedUntil: null });
    expect(await shops.find(SHOP)).toEqual(installed);
    expect(await shops.findByToken(installed.token)).toEqual(installed);
    expect(await shops.findByToken("guess")).toBeNull();
    await shops.update(SHOP, { name: "New name", country: null });
    await shops.setScopes(SHOP, ["read_orders", "read_fulfillments"]);
    await shops.saveSettings(SHOP, { senderName: "Hearth" }, at(1));
    await sessions.storeSession(offline());
    await shops.uninstall(SHOP, at(2));
    await shops.uninstall(SHOP, at(3));
    expect(await shops.find(SHOP)).toMatchObject({ name: "New name", country: null, uninstalledAt: at(2), scopes: ["read_orders", "read_fulfillments"] });
    expect(await sessions.findSessionsByShop(SHOP)).toEqual([]);
    const revived = await shops.install(SHOP, shopInfo(), ["read_orders"], at(4));
    expect(revived).toMatchObject({ uninstalledAt: null, installedAt: at(4), token: installed.token });
    expect((await shops.settings(SHOP)).senderName).toBe("Hearth");
  });

  it("have default settings until some are saved, and each is saved by itself", async () => {
    const { shops } = storesOf(await open());
    await shops.install(SHOP, shopInfo(), [], at(0));
    const policy = { ...defaultPolicy(NEW_YORK), silenceAfter: hours(48) };
    expect(await shops.settings(SHOP)).toMatchObject({ policy: defaultPolicy(NEW_YORK, "US"), savedAt: null, replyTo: null, guideDismissed: false });
    await shops.saveSettings(SHOP, { senderName: "Hearth", replyTo: "care@hearth.example" }, at(1));
    await shops.saveSettings(SHOP, { policy, guideDismissed: true }, at(2));
    await shops.saveSettings(SHOP, { replyTo: null }, at(3));
    expect(await shops.settings(SHOP)).toMatchObject({ policy, savedAt: at(2), senderName: "Hearth", replyTo: null, guideDismissed: true });
  });

  it("are due for comparison when it was never done or long ago, the longest first, not before a pause is over, and not after removal", async () => {
    const { shops } = storesOf(await open());
    for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop, shopInfo(), [], at(0));
    await shops.markSynced(SHOP, at(5));
    await shops.markSynced(SHOP, at(3)); // a slower process does not set it back
    expect(await shops.dueForSync(at(4), at(9), 10)).toEqual([OTHER_SHOP]);
    expect(await shops.dueForSync(at(6), at(9), 10)).toEqual([OTHER_SHOP, SHOP]);
    await shops.putOffSync(OTHER_SHOP, at(10));
    expect(await shops.dueForSync(at(6), at(9), 10)).toEqual([SHOP]);
    expect(await shops.dueForSync(at(6), at(10), 10)).toEqual([OTHER_SHOP, SHOP]);
    await shops.uninstall(OTHER_SHOP, at(6));
    expect(await shops.dueForSync(at(6), at(10), 10)).toEqual([SHOP]);
  });

  it("were left when they were not compared for long, which is noted once for each absence", async () => {
    const { shops } = storesOf(await open());
    for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop, shopInfo(), [], at(0));
    expect(await shops.left(at(100))).toEqual([]); // never compared: still being imported
    for (const shop of [SHOP, OTHER_SHOP]) await shops.markSynced(shop, at(5));
    expect(await shops.left(at(5))).toEqual([]);
    await shops.uninstall(OTHER_SHOP, at(6));
    expect(await shops.left(at(76))).toEqual([{ shop: SHOP, since: at(5) }]);
    await shops.markReturned(SHOP, at(77));
    expect([await shops.left(at(80)), (await shops.find(SHOP))?.returnedAt]).toEqual([[], at(77)]);
    await shops.markSynced(SHOP, at(78));
    expect(await shops.left(at(90))).toEqual([{ shop: SHOP, since: at(78) }]);
  });

  it("keep sessions whole: both tokens, their expiry and the user", async () => {
    const { sessions } = storesOf(await open());
    const user = { expires_in: 60, associated_user_scope: "read_orders", associated_user: { id: 902541635, first_name: "Ada", last_name: "L", email: "ada@hearth.example", email_verified: true, account_owner: true, locale: "en", collaborator: false } };
    const online = new Session({ id: "online_1", shop: SHOP, state: "s", isOnline: true, accessToken: "shpua_1", onlineAccessInfo: user });
    for (const session of [offline(), online, offline({ accessToken: "shpat_2", refreshToken: "shprt_2" })]) expect(await sessions.storeSession(session)).toBe(true);
    expect((await sessions.loadSession(`offline_${SHOP}`))?.toObject()).toEqual(offline({ accessToken: "shpat_2", refreshToken: "shprt_2" }).toObject());
    expect((await sessions.loadSession("online_1"))?.toObject()).toEqual(online.toObject());
    expect((await sessions.findSessionsByShop(SHOP)).map((one) => one.id).sort()).toEqual([`offline_${SHOP}`, "online_1"]);
    await sessions.deleteSessions([`offline_${SHOP}`, "never"]);
    await sessions.deleteSession("online_1");
    expect(await sessions.loadSession("online_1")).toBeUndefined();
  });

  it("read secrets sealed with an earlier key, and take those of a lost key for absent", async () => {
    const database = await open();
    const { sessions } = storesOf(database);
    await sessions.storeSession(offline());
    const withKeys = (...keys: [Buffer, ...Buffer[]]) => createStores({ database, box: secretBox(keys), lookupHash: hashOfTests, newToken: () => "t" }).sessions;
    expect((await withKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 7)).loadSession(`offline_${SHOP}`))?.accessToken).toBe("shpat_1");
    expect(await withKeys(Buffer.alloc(32, 1)).loadSession(`offline_${SHOP}`)).toBeUndefined();
  });

  it("share one bucket of Admin API points among all processes", async () => {
    const one = storesOf(await open()).budget;
    const two = storesOf(await openAgain()).budget;
    await one.report(SHOP, { available: 150, maximum: 2_000, restoreRate: 100 }, at(0));
    const later = (ms: number) => (at(0) + ms) as ReturnType<typeof at>;
    expect(await one.reserve(SHOP, 100, at(0))).toEqual({ outcome: "granted" });
    expect(await two.reserve(SHOP, 100, at(0))).toEqual({ outcome: "wait", ms: 500 });
    expect(await two.reserve(SHOP, 100, later(500))).toEqual({ outcome: "granted" });
    expect(await one.reserve(SHOP, 1, later(-60_000))).toMatchObject({ outcome: "wait" }); // a clock set back restores nothing
    expect(await one.reserve(SHOP, 5_000, later(20_000))).toMatchObject({ outcome: "wait" });
    expect(await one.reserve(SHOP, 5_000, later(21_000))).toEqual({ outcome: "granted" }); // larger than the bucket: waits for a full one
    expect(await two.reserve(OTHER_SHOP, 2_000, at(0))).toEqual({ outcome: "granted" });
  });

  it("never overdraw that bucket, however many ask at once", async () => {
    const one = storesOf(await open()).budget;
    const two = storesOf(await openAgain()).budget;
    await one.report(SHOP, { available: 100, maximum: 2_000, restoreRate: 100 }, at(0));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).reserve(SHOP, 10, at(0))));
    expect(answers.filter((answer) => answer.outcome === "granted")).toHaveLength(10);
  });

  it("have a lock that lets one piece of work through at a time, in this process and others, and can use the database meanwhile", async () => {
    const one = await open();
    const two = await openAgain();
    let inside = 0;
    let most = 0;
    const work = (database: typeof one) => database.withShopLock(SHOP, async () => {
      most = Math.max(most, (inside += 1));
      await database.pool.query("SELECT pg_sleep(0.01)");
      inside -= 1;
    });
    await Promise.all(Array.from({ length: 24 }, (_, index) => work(index % 2 ? one : two)));
    expect(most).toBe(1);
    await expect(one.withShopLock(SHOP, async () => { throw new Error("failed inside"); })).rejects.toThrow("failed inside");
    expect(await two.withShopLock(SHOP, async () => "free again")).toBe("free again");
    expect(await one.withShopLock(SHOP, () => two.withShopLock(OTHER_SHOP, async () => "another shop is another lock"))).toBeTruthy();
  });
});
