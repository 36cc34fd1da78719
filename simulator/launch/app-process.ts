import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";

/** The app, running as anyone would run it. */
export type AppProcess = {
  /** Resolves when /healthz answers 200; rejects when the process ends first or `timeoutMs` pass. */
  healthy(timeoutMs: number): Promise<void>;
  /** Everything it printed so far. */
  output(): string;
  readonly pid: number | undefined;
  /** Where it listens; 0 until it says so. */
  port(): number;
  /** Asks it to end and waits until it has; after fifteen seconds it is not asked any more. */
  stop(): Promise<void>;
};

/** The line the app prints when it listens. */
const LISTENING = /"event":"process\.listening".*"address":"http:\/\/[^"]*:(\d+)"/;

/**
 * Starts `node server.mjs web`, unchanged, with the preload before it. Port 0 lets it take a free one itself: a port probed
 * beforehand can be somebody else's by the time the app has started.
 */
export function startApp(options: { root: string; port: number; simulator: string; env: Record<string, string>; print(text: string): void }): AppProcess {
  const { root, simulator, env } = options;
  // Next to nothing of our own environment is passed on: what the app needs is in `env`, as in production.
  const environment: Record<string, string> = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...env, PORT: String(options.port), SIMULATOR_URL: simulator };
  const child: ChildProcess = spawn(process.execPath, ["--import", new URL("../register.mjs", import.meta.url).href, join(root, "server.mjs"), "web"], {
    cwd: root, stdio: ["ignore", "pipe", "pipe"],
    env: environment as NodeJS.ProcessEnv,
  });
  let output = "";
  let port = options.port;
  const hear = (chunk: Buffer): void => {
    const text = chunk.toString("utf8");
    output = (output + text).slice(-200_000);
    port ||= Number(LISTENING.exec(output)?.[1] ?? 0);
    options.print(text);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));

  return {
    pid: child.pid,
    port: () => port,
    output: () => output,
    async healthy(timeoutMs) {
      const until = performance.now() + timeoutMs;
      let code: number | null | undefined;
      void ended.then((value) => (code = value));
      while (performance.now() < until) {
        if (code !== undefined) throw new Error(`The app ended with exit code ${code} before it was ready:\n${output}`);
        const answer = port === 0 ? null : await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`The app was not ready after ${timeoutMs / 1000} s:\n${output}`);
    },
    async stop() {
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(killer);
    },
  };
}
