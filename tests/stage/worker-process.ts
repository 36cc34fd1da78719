import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "../..");

/** A background worker of the app, as anyone would run it beside the web process on PostgreSQL. */
export type WorkerProcess = {
  readonly pid: number;
  output(): string;
  /** Resolves when it has begun to work; rejects when it ends before. */
  working(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts `node server.mjs worker` in the pretend world of `environment`. */
export const startWorkerProcess = (environment: Readonly<Record<string, string>>): WorkerProcess => {
  const preload = pathToFileURL(resolve(ROOT, "simulator/register.mjs")).href;
  const inherited: Record<string, string> = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
  const child = spawn(process.execPath, ["--import", preload, resolve(ROOT, "server.mjs"), "worker"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...inherited, ...environment } as unknown as NodeJS.ProcessEnv });
  let output = "";
  const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-200_000);
      if (output.includes('"event":"process.working"')) begins();
    });
  }
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const working = (): Promise<void> => Promise.race([begun, ended.then(() => { throw new Error(`The worker ended before it worked:\n${output}`); })]);
  return { pid: child.pid ?? 0, output: () => output, working, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
};
