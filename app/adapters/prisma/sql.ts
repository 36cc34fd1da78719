import type pg from "pg";
import type { Instant } from "#app/domain/shared/time.ts";

/** What can be asked a question: a pool, or the one connection of a transaction. */
export interface Db {
  /** Text with its values, or a named statement, which each connection prepares once. */
  query<Row extends pg.QueryResultRow>(asked: string | { readonly name: string; readonly text: string; readonly values: unknown[] }, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

/** A timestamp column as an instant. */
export const instantOf = (date: Date): Instant => date.getTime() as Instant;
/** A timestamp column that may be empty, as an instant. */
export const instantOrNull = (date: Date | null): Instant | null => (date === null ? null : instantOf(date));
/** For parameters and JSON alike: PostgreSQL reads ISO 8601. */
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : new Date(at).toISOString());

/**
 * Rows as one JSON parameter, for `jsonb_to_recordset`. PostgreSQL's text holds neither U+0000 nor half a surrogate pair,
 * and carriers send both: the first is left out, the second becomes U+FFFD. An escaped backslash is stepped over whole.
 */
export const jsonRows = (rows: readonly unknown[]): string =>
  JSON.stringify(rows).replace(/\\\\|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found) => (found === "\\\\" ? found : found === "\\u0000" ? "" : "\ufffd"));
