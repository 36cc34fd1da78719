import { Session } from "@shopify/shopify-api";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { PrismaClient, Session as Row } from "../../generated/prisma/client.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { openOrNull, sealOrNull, type SecretBox } from "./sealed.ts";

/** Shopify's session storage, as its library asks for it (shopify-app-session-storage, 2026-11). */
export type Sessions = {
  storeSession(session: Session): Promise<boolean>;
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
};

type User = NonNullable<Session["onlineAccessInfo"]>;

/** Sessions with their tokens sealed; both tokens of a pair are written in one statement, so that they never come apart. */
export const sessionsOver = (prisma: PrismaClient, box: SecretBox): Sessions => {
  const toRow = (session: Session) => {
    const shop = session.shop as ShopId;
    return {
      shop, state: session.state, isOnline: session.isOnline, scope: session.scope ?? null, expires: session.expires ?? null,
      accessTokenSealed: box.seal(session.accessToken ?? "", { shop, column: "session.access_token" }),
      refreshTokenSealed: sealOrNull(box, shop, "session.refresh_token", session.refreshToken ?? null),
      refreshTokenExpires: session.refreshTokenExpires ?? null,
      user: session.onlineAccessInfo ? (session.onlineAccessInfo as unknown as Prisma.InputJsonObject) : Prisma.DbNull,
    };
  };
  const sessionOf = (row: Row): Session | undefined => {
    const shop = row.shop as ShopId;
    const accessToken = openOrNull(box, shop, "session.access_token", row.accessTokenSealed);
    if (accessToken === null) return undefined; // sealed with a lost key: as good as not there, Shopify gives a new one at the next visit
    const refreshToken = openOrNull(box, shop, "session.refresh_token", row.refreshTokenSealed);
    return new Session({
      id: row.id, shop: row.shop, state: row.state, isOnline: row.isOnline, accessToken,
      ...(row.scope !== null && { scope: row.scope }), ...(row.expires !== null && { expires: row.expires }),
      ...(refreshToken !== null && { refreshToken }), ...(row.refreshTokenExpires !== null && { refreshTokenExpires: row.refreshTokenExpires }),
      ...(row.user !== null && { onlineAccessInfo: row.user as unknown as User }),
    });
  };
  return {
    async storeSession(session) {
      const row = toRow(session);
      await prisma.session.upsert({ where: { id: session.id }, create: { id: session.id, ...row }, update: row });
      return true;
    },
    async loadSession(id) {
      const row = await prisma.session.findUnique({ where: { id } });
      return row ? sessionOf(row) : undefined;
    },
    async deleteSession(id) {
      await prisma.session.deleteMany({ where: { id } });
      return true;
    },
    async deleteSessions(ids) {
      await prisma.session.deleteMany({ where: { id: { in: ids } } });
      return true;
    },
    async findSessionsByShop(shop) {
      const rows = await prisma.session.findMany({ where: { shop } });
      return rows.flatMap((row) => sessionOf(row) ?? []);
    },
  };
};
