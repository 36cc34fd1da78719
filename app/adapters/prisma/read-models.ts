import type { OrderForShopper, ReadModels } from "#app/application/ports.ts";
import type { OrderId, ShopId } from "#app/domain/shared/ids.ts";
import { readJourneys } from "./journeys-load.ts";
import type { Database } from "./open-database.ts";
import { readCase } from "./read-cases.ts";
import { readHome, readImport } from "./read-home.ts";
import { readShipment } from "./read-shipment.ts";
import { namesTyped, readShipments } from "./read-shipments.ts";
import { openOrNull, type SecretBox } from "./sealed.ts";
import { isoOrNull, type Db } from "./sql.ts";

/** The newest so many deliveries of a carrier say what is normal. */
const MOST_DELIVERIES = 1_000;

/** What pages show. Every query names its shop; none runs in a transaction. */
export const readModelsOver = ({ pool, prisma }: Pick<Database, "pool" | "prisma">, box: SecretBox): ReadModels => ({
  async order(shop, lookup) {
    const id = lookup.by === "id" ? lookup.orderId : await orderNamed(pool, shop, lookup.name, lookup.emailHash);
    return id === null ? null : forShopper(pool, box, shop, id);
  },
  shipments: (shop, query) => readShipments(prisma, shop, query),
  shipment: (shop, id) => readShipment(prisma, shop, id),
  async photoNorm(shop, carrier, since) {
    const { rows: [row] } = await pool.query<{ deliveries: number; with_photo: number }>(
      `SELECT count(*)::int AS deliveries, count(*) FILTER (WHERE delivered_with_photo)::int AS with_photo
       FROM (SELECT delivered_with_photo FROM shipment WHERE shop = $1 AND lower(carrier) = lower($2) AND delivered_at >= $3 AND delivered_with_photo IS NOT NULL ORDER BY delivered_at DESC LIMIT ${MOST_DELIVERIES}) newest`,
      [shop, carrier.replaceAll("\0", ""), isoOrNull(since)]);
    return { deliveries: row?.deliveries ?? 0, withPhoto: row?.with_photo ?? 0 };
  },
  caseById: (shop, id) => readCase(prisma, shop, id),
  home: (shop, now) => readHome(pool, prisma, shop, now),
  importState: (shop) => readImport(pool, prisma, shop),
  async contact(shop, order) {
    const row = await prisma.order.findUnique({ where: { shop_id: { shop, id: order } }, select: { emailSealed: true, firstSealed: true, locale: true } });
    return row && { email: openOrNull(box, shop, "order.email", row.emailSealed), firstName: openOrNull(box, shop, "order.first_name", row.firstSealed), locale: row.locale };
  },
});

/** The newest order of this name that was placed with this e-mail. */
const orderNamed = async (db: Db, shop: ShopId, name: string, emailHash: string): Promise<OrderId | null> => {
  const { rows: [row] } = await db.query<{ id: OrderId }>(
    `SELECT id FROM "order" WHERE shop = $1 AND name = ANY($2) AND email_hash = $3 ORDER BY created_at DESC, id LIMIT 1`, [shop, namesTyped(name.replaceAll("\0", "").trim()), emailHash]);
  return row?.id ?? null;
};

const forShopper = async (db: Db, box: SecretBox, shop: ShopId, id: OrderId): Promise<OrderForShopper | null> => {
  const [journey] = await readJourneys(db, box, shop, [id]);
  if (!journey || (journey.order === null && journey.shipments.length === 0)) return null;
  return { journey, firstEstimates: journey.promised };
};
