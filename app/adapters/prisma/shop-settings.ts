import type { ShopSettings } from "#app/application/ports.ts";
import { defaultPolicy, type Policy } from "#app/domain/decisions/policy.ts";
import type { TimeZone } from "#app/domain/shared/calendar.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { Instant } from "#app/domain/shared/time.ts";
import { instantOrNull, isoOrNull, type Db } from "./sql.ts";

type Row = {
  zone: TimeZone | null; country: string | null; policy: Partial<Policy> | null; saved_at: Date | null; sender_name: string | null; reply_to: string | null;
  guide_dismissed: boolean | null; tracking_page_seen: boolean | null;
};

/** A shop's settings; the defaults where nothing was saved yet. */
export const readSettings = async (db: Db, shop: ShopId): Promise<ShopSettings> => {
  const { rows: [row] } = await db.query<Row>(
    `SELECT o.zone, o.country, s.policy, s.saved_at, s.sender_name, s.reply_to, s.guide_dismissed, s.tracking_page_seen
     FROM (SELECT $1::text AS shop) asked LEFT JOIN shop o USING (shop) LEFT JOIN shop_settings s USING (shop)`, [shop]);
  return {
    policy: { ...defaultPolicy(row?.zone ?? ("UTC" as TimeZone), row?.country ?? null), ...row?.policy }, savedAt: instantOrNull(row?.saved_at ?? null), senderName: row?.sender_name ?? null, replyTo: row?.reply_to ?? null,
    guideDismissed: row?.guide_dismissed ?? false, trackingPageSeen: row?.tracking_page_seen ?? false,
  };
};

/** Changes the named settings and leaves the others. `savedAt` is the time of the last change of the policy, whatever the caller passed for it. */
export const writeSettings = async (db: Db, shop: ShopId, change: Partial<ShopSettings>, now: Instant): Promise<void> => {
  const columns: Record<string, unknown> = {
    ...(change.policy !== undefined && { policy: JSON.stringify(change.policy), saved_at: isoOrNull(now) }),
    ...(change.senderName !== undefined && { sender_name: change.senderName }),
    ...(change.replyTo !== undefined && { reply_to: change.replyTo }),
    ...(change.guideDismissed !== undefined && { guide_dismissed: change.guideDismissed }),
    ...(change.trackingPageSeen !== undefined && { tracking_page_seen: change.trackingPageSeen }),
  };
  const names = Object.keys(columns);
  if (names.length === 0) return;
  await db.query(
    `INSERT INTO shop_settings (shop, ${names.join(", ")}) VALUES ($1, ${names.map((_, index) => `$${index + 2}`).join(", ")})
     ON CONFLICT (shop) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`,
    [shop, ...Object.values(columns)],
  );
};
