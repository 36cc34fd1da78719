import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findBrowser } from "./find-browser.ts";
import { findPostgres } from "./find-postgres.ts";

const missing = (): string[] => [
  ...(findPostgres() ? [] : ["Tests on a PostgreSQL server are skipped: no `initdb` found. Install PostgreSQL 15 or later (Debian: apt-get install postgresql). The same tests run on the embedded database."]),
  ...(findBrowser() ? [] : ["Tests in a browser are skipped: no Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH."]),
  ...(existsSync(resolve(import.meta.dirname, "../../../shared/data")) ? [] : ["Tests on recorded payloads are skipped: the data folder ../shared/data is not here."]),
];

/** Says before and after a run what this machine could not test. In CI nothing may be skipped for want of a program. */
export function setup(): () => void {
  const notes = missing();
  const programs = notes.filter((note) => !note.includes("../shared/data"));
  if (process.env["CI"] && programs.length > 0) throw new Error(`In CI every test must run.\n${programs.join("\n")}`);
  const tell = () => { for (const note of notes) console.log(`\n  NOTE  ${note}`); };
  tell();
  return tell;
}
