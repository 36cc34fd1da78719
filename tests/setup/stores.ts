import { randomBytes } from "node:crypto";
import type { Database } from "#app/adapters/prisma/open-database.ts";
import { createStores, type Stores } from "#app/adapters/prisma/stores.ts";
import { lookupHash } from "#app/adapters/system/lookup-hash.ts";
import { secretBox } from "#app/adapters/system/secret-box.ts";
import type { LookupHash, NewMessage, ShopInfo } from "#app/application/ports.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { at, SHOP } from "../builders/journey.ts";

const KEY = Buffer.alloc(32, 7);

/** The hash under which the stores of a test keep e-mails. */
export const hashOfTests: LookupHash = lookupHash(Buffer.alloc(32, 9));

/** The real stores over a test's database, with keys of the test's own. */
export const storesOf = (database: Database): Stores =>
  createStores({ database, box: secretBox([KEY]), lookupHash: hashOfTests, newToken: () => randomBytes(24).toString("base64url") });

export const OTHER_SHOP = "quiet-corner.myshopify.com" as ShopId;

export const shopInfo = (more: Partial<ShopInfo> = {}): ShopInfo => ({
  gid: "gid://shopify/Shop/1", name: "Hearth & Wool", email: "owner@hearth.example", currency: "USD", zone: "America/New_York" as TimeZone, country: "US", primaryUrl: "https://hearth.example", ...more,
});

/** A delivery from Shopify; each number is another one. */
export const message = (number: number, more: Partial<NewMessage> = {}): NewMessage => ({
  shop: SHOP, source: "shopify", topic: "orders/updated", deliveryId: `delivery-${number}`, eventId: `event-${number}`, triggeredAt: at(0), receivedAt: at(0),
  body: `{"id":9007199254740993001,"number":${number}}`, ...more,
});
