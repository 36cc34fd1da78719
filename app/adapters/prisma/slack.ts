import type { SlackConnections } from "#app/application/ports.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import { isNews } from "#app/domain/workflows/news.ts";
import { openOrNull, sealOrNull, type SecretBox } from "./sealed.ts";
import { instantOf, isoOrNull, type Db } from "./sql.ts";

const URL_SEALED = "slack_connection.url";
const SECRET_SEALED = "slack_connection.signing_secret";

type Row = { shop: ShopId; url_sealed: string; signing_secret_sealed: string; events: string[]; connected_at: Date; trouble: string | null };
const COLUMNS = "shop, url_sealed, signing_secret_sealed, events, connected_at, trouble";

/** The shops' channels in Slack; address and signing secret are sealed. */
export const slackOver = (db: Db, box: SecretBox): SlackConnections => ({
  async of(shop) {
    const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM slack_connection WHERE shop = $1`, [shop]);
    return row === undefined ? null : {
      shop, url: openOrNull(box, shop, URL_SEALED, row.url_sealed), signingSecret: openOrNull(box, shop, SECRET_SEALED, row.signing_secret_sealed),
      events: row.events.filter(isNews), connectedAt: instantOf(row.connected_at), trouble: row.trouble,
    };
  },

  async save({ shop, url, signingSecret, events, connectedAt, trouble }) {
    // What cannot be opened is not written over: the key it was sealed with may come back.
    await db.query(
      `INSERT INTO slack_connection (${COLUMNS}) VALUES ($1, coalesce($2, ''), coalesce($3, ''), $4, $5, $6)
       ON CONFLICT (shop) DO UPDATE SET url_sealed = coalesce($2, slack_connection.url_sealed), signing_secret_sealed = coalesce($3, slack_connection.signing_secret_sealed), events = excluded.events, trouble = excluded.trouble`,
      [shop, sealOrNull(box, shop, URL_SEALED, url), sealOrNull(box, shop, SECRET_SEALED, signingSecret), [...events], isoOrNull(connectedAt), trouble],
    );
  },

  async noteTrouble(shop, trouble) {
    await db.query("UPDATE slack_connection SET trouble = $2 WHERE shop = $1", [shop, trouble?.replaceAll("\0", "").slice(0, 500) ?? null]);
  },

  async remove(shop) {
    await db.query("DELETE FROM slack_connection WHERE shop = $1", [shop]);
  },
});
