import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { eventStream } from "./http/event-stream.ts";
import { json, type Handler } from "./http/handler.ts";
import { serve, type RunningServer } from "./http/node-server.ts";

const REGISTER = new URL("./register.mjs", import.meta.url).href;
const START = Date.parse("2031-05-06T07:08:09.000Z");

let running: RunningServer | undefined;
afterEach(() => running?.close());

/** A simulator of the preload's two questions; anything else answers with what was asked of which host. */
async function pretendWorld(): Promise<{ moveClock(base: number): void }> {
  let clock = { base: START, anchor: Date.now(), speed: 0 };
  const senders = new Set<(data: string) => void>();
  const handler: Handler = (request, url) => {
    if (url.pathname === "/__preload") return json({ hosts: ["*.myshopify.com", "api.easypost.com"], clock });
    if (url.pathname === "/__clock/stream")
      return eventStream((send) => {
        senders.add(send);
        send(JSON.stringify(clock));
        return () => senders.delete(send);
      });
    return json({ host: request.headers.get("host"), path: url.pathname + url.search });
  };
  running = await serve(handler, 0);
  return {
    moveClock(base) {
      clock = { base, anchor: Date.now(), speed: 0 };
      for (const send of senders) send(JSON.stringify(clock));
    },
  };
}

/** Runs a script as the app would be run, in a Node process of its own; resolves with what it printed as JSON. */
function runInApp(script: string, onLine?: () => void): Promise<unknown> {
  const child = spawn(process.execPath, ["--import", REGISTER, "--input-type=module", "-e", script], {
    env: { ...process.env, SIMULATOR_URL: `http://127.0.0.1:${running?.port}` }, stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
    if (String(chunk).includes("ready")) onLine?.();
  });
  child.stderr.on("data", (chunk) => (err += chunk));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      const last = out.trim().split("\n").at(-1) ?? "";
      if (code === 0) resolve(JSON.parse(last));
      else reject(new Error(`exit ${code}: ${err}`));
    });
  });
}

describe("the preload", () => {
  it("leads fetch to a pretend host to the simulator, which learns the host that was meant", async () => {
    await pretendWorld();
    const answer = await runInApp(`console.log(await (await fetch("https://hearth-and-wool.myshopify.com/admin/x.json?a=1")).text().then((t) => t.replace(/\\s+/g, "")))`);
    expect(answer).toEqual({ host: "hearth-and-wool.myshopify.com", path: "/admin/x.json?a=1" });
  });

  it("covers node:https and a client that resolves the name itself, as a guard against internal addresses does", async () => {
    await pretendWorld();
    const answer = await runInApp(`
      import https from "node:https"; import { lookup } from "node:dns/promises";
      const { address } = await lookup("api.easypost.com");
      const text = await new Promise((resolve, reject) => https.get({ host: address, servername: "api.easypost.com", path: "/v2/trackers",
        headers: { host: "api.easypost.com" } }, async (r) => { let t = ""; for await (const c of r) t += c; resolve(t); }).on("error", reject));
      console.log(JSON.stringify(JSON.parse(text)));`);
    expect(answer).toEqual({ host: "api.easypost.com", path: "/v2/trackers" });
  });

  it.each([
    ["fetch", `await fetch("https://example.com/")`],
    ["a plain socket", `await new Promise((_, reject) => net.connect(80, "93.184.215.14").on("error", reject))`],
    ["a TLS socket", `await new Promise((_, reject) => tls.connect(443, "93.184.215.14").on("error", reject))`],
    ["a host that only ends like a pretend one", `await fetch("https://evilmyshopify.com/")`],
    ["a name lookup", `await dns.promises.lookup("example.com")`],
  ])("refuses an unknown host: %s", async (_name, attempt) => {
    await pretendWorld();
    const answer = await runInApp(`
      import net from "node:net"; import tls from "node:tls"; import dns from "node:dns";
      try { ${attempt}; console.log(JSON.stringify("connected")); }
      catch (error) { console.log(JSON.stringify((error.cause ?? error).message)); }`);
    expect(answer).toMatch(/^The simulator refuses a connection to ".+": it is neither this machine nor one of its pretend hosts\.$/);
  });

  it("leaves this machine alone", async () => {
    await pretendWorld();
    const answer = await runInApp(`console.log(JSON.stringify((await fetch("http://127.0.0.1:${running?.port}/here")).status))`);
    expect(answer).toBe(200);
  });

  it("makes every way of asking for the time follow the simulated clock", async () => {
    await pretendWorld();
    const answer = await runInApp(`console.log(JSON.stringify([Date.now(), new Date().getTime(), Date.parse(Date()), new Date() instanceof Date,
      new Date(0).constructor === Date, new Date(2020, 1).getFullYear(), (new (class extends Date {})()).getTime(), JSON.stringify(new Date())]))`);
    expect(answer).toEqual([START, START, START, true, true, 2020, START, '"2031-05-06T07:08:09.000Z"']);
  });

  it("follows a jump of the clock while the process runs", async () => {
    const world = await pretendWorld();
    const later = START + 36 * 3_600_000;
    const answer = await runInApp(
      `console.log("ready");
       const until = performance.now() + 5000;
       while (Date.now() !== ${later} && performance.now() < until) await new Promise((r) => setTimeout(r, 10));
       console.log(JSON.stringify(Date.now()));`,
      () => world.moveClock(later),
    );
    expect(answer).toBe(later);
  });
});
