import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** How an embedded database is named wherever a PostgreSQL URL is expected: `postgresql://pglite/<directory>`, `…/memory` for none on disk. */
const EMBEDDED_HOST = "pglite";
export const IN_MEMORY = "memory";

/** The directory an embedded URL names (percent-decoded, relative to the working directory), or null for a server's URL. */
export const embeddedDirectory = (databaseUrl: string): string | null => {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url?.hostname !== EMBEDDED_HOST) return null;
  return decodeURIComponent(url.pathname.slice(1)) || IN_MEMORY;
};

/** The URL of an embedded directory, for Prisma's command line. */
export const embeddedUrl = (directory: string): string => `postgresql://${EMBEDDED_HOST}/${encodeURIComponent(directory)}`;

const TERMINATE = 0x58; // 'X' of the wire protocol

/**
 * A socket that is no socket: hands PostgreSQL's wire protocol to the PGlite of this process, so that node-postgres and
 * everything above it work unchanged.
 */
class EmbeddedSocket extends Duplex {
  readonly #database: PGlite;

  constructor(database: PGlite) {
    super({ allowHalfOpen: false });
    this.#database = database;
  }

  connect(): this {
    // A server forgets a client that has gone. Here the session stays: what it left open or prepared would be in the way of the next, whose statements bear the same names.
    this.#database.exec("ROLLBACK; DEALLOCATE ALL; SELECT pg_advisory_unlock_all()").then(() => this.emit("connect"), (fault: Error) => this.destroy(fault));
    return this;
  }
  setNoDelay(): this { return this; }
  setKeepAlive(): this { return this; }
  setTimeout(): this { return this; }
  ref(): this { return this; }
  unref(): this { return this; }
  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (fault?: Error | null) => void): void {
    this.#send(chunk, done);
  }
  override _writev(chunks: { chunk: Buffer }[], done: (fault?: Error | null) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  #send(message: Buffer, done: (fault?: Error | null) => void): void {
    if (message.length === 5 && message[0] === TERMINATE) {
      done();
      this.push(null);
      return;
    }
    this.#database
      .runExclusive(() => this.#database.execProtocolRaw(message))
      .then((answer) => {
        if (answer.length > 0) this.push(Buffer.from(answer));
        // PGlite settles in microtasks only; without a turn of the loop a busy caller would starve timers and sockets.
        setImmediate(done);
      }, done);
  }
}

/** A pool over one PGlite. One PGlite is one session, so the pool holds exactly one client. */
export const embeddedPool = (database: PGlite): pg.Pool =>
  new pg.Pool({ user: "postgres", database: "postgres", host: EMBEDDED_HOST, ssl: false, max: 1, idleTimeoutMillis: 0, stream: () => new EmbeddedSocket(database) as never });
