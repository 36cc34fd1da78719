import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "../..");

/** A background worker of the app, as anyone would run it beside the web process on PostgreSQL. */
export type WorkerProcess = { readonly pid: number; output(): string; kill(): Promise<void>; stop(): Promise<void> };

/** Starts `node server.mjs worker` in the pretend world of `environment`. */
export const startWorkerProcess = (environment: Readonly<Record<string, string>>): WorkerProcess => {
  const preload = pathToFileURL(resolve(ROOT, "simulator/register.mjs")).href;
  const inherited: Record<string, string> = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
  const child = spawn(process.execPath, ["--import", preload, resolve(ROOT, "server.mjs"), "worker"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, ...environment } as unknown as NodeJS.ProcessEnv });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { output = (output + chunk.toString("utf8")).slice(-200_000); });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid ?? 0, output: () => output, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
};
