import { createHash } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The embedded database of this directory is open in another process. */
export class DirectoryInUse extends Error {
  constructor(directory: string) {
    super(`The embedded database in ${directory} is open in another process. It serves one process only: stop the other one, or set DATABASE_URL to a PostgreSQL server, which serves any number.`);
    this.name = "DirectoryInUse";
  }
}

/** Longest path of a Unix socket on Linux (108 bytes with its end) and macOS (104). */
const LONGEST_SOCKET_PATH = 100;

const socketPath = (directory: string): string => {
  const beside = `${directory}.lock`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${directory.replaceAll(/\W/g, "_")}`;
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH ? beside : path.join(tmpdir(), `hither-${createHash("sha256").update(directory).digest("hex").slice(0, 24)}.lock`);
};

const listen = (at: string): Promise<net.Server | null> =>
  new Promise((resolve) => {
    const server = net.createServer((visitor) => visitor.destroy());
    server.once("error", () => resolve(null));
    server.listen(at, () => resolve(server));
  });

const answers = (at: string): Promise<boolean> =>
  new Promise((resolve) => {
    const visitor = net.connect(at, () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once("error", () => resolve(false));
  });

const inode = async (at: string): Promise<number | null> => (await stat(at).catch(() => null))?.ino ?? null;

/**
 * Takes the one lock of an embedded database directory and returns how to release it; throws DirectoryInUse when another
 * process holds it. The lock is a listening socket: it dies with its process, so a crash never leaves it behind.
 */
export const lockDirectory = async (directory: string): Promise<() => Promise<void>> => {
  const full = path.resolve(directory);
  const at = socketPath(full);
  await mkdir(path.dirname(full), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(at);
    if (!server) {
      if (await answers(at)) throw new DirectoryInUse(full);
      await rm(at, { force: true }); // left by a process that was killed
      continue;
    }
    // Two processes may both have found the dead socket and one removed the other's: whose file is there now has the lock.
    const mine = await inode(at);
    if (attempt > 0) await pause(50);
    if (process.platform !== "win32" && (mine === null || (await inode(at)) !== mine)) {
      server.close();
      throw new DirectoryInUse(full);
    }
    server.unref();
    return () => new Promise((resolve) => server.close(() => resolve()));
  }
  throw new DirectoryInUse(full);
};
