import type { SettingsChange, SettingsPart, SettingsVersion } from "#app/application/ports.ts";
import type { Policy } from "#app/domain/decisions/policy.ts";
import type { ShopId } from "#app/domain/shared/ids.ts";
import type { WorkSettings } from "#app/domain/workflows/work-settings.ts";
import { instantOf, isoOrNull, jsonRows, type Db } from "./sql.ts";

type Row = { part: SettingsPart; version: number; at: Date; by: string; what: string; body: unknown };

/** Adds a version of a part. Where there is none yet, what held before becomes the first, so that the first change can be undone too. Two people who save at once get two versions. */
export const addVersion = async (db: Db, shop: ShopId, part: SettingsPart, { before, body, by, what, at }: SettingsChange & { readonly before: unknown; readonly body: unknown }): Promise<void> => {
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", [shop]);
  await db.query(
    `INSERT INTO settings_version (shop, part, version, at, by, what, body)
     SELECT $1, $2, 1, $3, 'hither', 'As it was before the first change.', $4::jsonb WHERE NOT EXISTS (SELECT 1 FROM settings_version WHERE shop = $1 AND part = $2)`,
    [shop, part, isoOrNull(at), jsonRows([before]).slice(1, -1)],
  );
  await db.query(
    `INSERT INTO settings_version (shop, part, version, at, by, what, body)
     SELECT $1, $2, max(version) + 1, $3, $4, $5, $6::jsonb FROM settings_version WHERE shop = $1 AND part = $2`,
    [shop, part, isoOrNull(at), by, what, jsonRows([body]).slice(1, -1)],
  );
};

const versionOf = ({ part, version, at, by, what, body }: Row): SettingsVersion => {
  const told = { version, at: instantOf(at), by, what };
  return part === "policy" ? { ...told, part, body: body as Policy } : { ...told, part, body: body as WorkSettings };
};

const COLUMNS = "part, version, at, by, what, body";

/** Versions of a shop's settings, newest first; of both parts where none is named. */
export const readVersions = async (db: Db, shop: ShopId, { part, before, limit }: { readonly part: SettingsPart | null; readonly before: number | null; readonly limit: number }): Promise<readonly SettingsVersion[]> => {
  const { rows } = await db.query<Row>(
    `SELECT ${COLUMNS} FROM settings_version WHERE shop = $1 AND ($2::text IS NULL OR part = $2) AND ($3::timestamptz IS NULL OR at < $3) ORDER BY at DESC, part, version DESC LIMIT $4`,
    [shop, part, before === null ? null : new Date(before).toISOString(), limit]);
  return rows.map(versionOf);
};

/** One version; null where there is none. */
export const readVersion = async (db: Db, shop: ShopId, part: SettingsPart, version: number): Promise<SettingsVersion | null> => {
  const { rows: [row] } = await db.query<Row>(`SELECT ${COLUMNS} FROM settings_version WHERE shop = $1 AND part = $2 AND version = $3`, [shop, part, version]);
  return row ? versionOf(row) : null;
};
