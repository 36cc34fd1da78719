import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const debianFolders = (): string[] => {
  const versions = "/usr/lib/postgresql";
  if (!existsSync(versions)) return [];
  return readdirSync(versions).sort((a, b) => Number(b) - Number(a)).map((version) => join(versions, version, "bin"));
};

/** The folder with PostgreSQL's own programs (`initdb`, `postgres`, `pg_ctl`); null when this machine has none. Tests start a throw-away server from it. */
export const findPostgres = (): string | null =>
  [...debianFolders(), ...(process.env["PATH"] ?? "").split(delimiter)].find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
