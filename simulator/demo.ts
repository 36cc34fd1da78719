import { spawn } from "node:child_process";
import { HELP, readCommandLine } from "./launch/options.ts";
import { startDemo } from "./launch/start-demo.ts";

export { startDemo, type Demo } from "./launch/start-demo.ts";
export { defaultOptions, type DemoOptions } from "./launch/options.ts";

if (process.argv[1] === import.meta.filename) await main();

/** `npm run demo`: starts everything, tells where it is, and ends it all on Ctrl-C. */
async function main(): Promise<void> {
  const line = readCommandLine(process.argv.slice(2), new Date());
  if (line.outcome === "help") return console.log(HELP);
  if (line.outcome === "refused") {
    console.error(`${line.reason}\n\n${HELP}`);
    process.exitCode = 1;
    return;
  }
  const began = performance.now();
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
  let demo;
  try {
    demo = await startDemo({ ...line.options, say: (text) => console.log(text) }, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) console.error(error instanceof Error ? error.message : error);
    process.exit(stopping.signal.aborted ? 0 : 1);
  }
  const { urls, options } = demo;
  console.log(`
  Hither is running in a pretend world (ready in ${((performance.now() - began) / 1000).toFixed(1)} s).

    Start here       ${urls.simulator}/
    Admin            ${urls.simulator}/store/hearth-and-wool/apps/hither/app
    Storefront       ${urls.storefront}/
    Tracking page    ${urls.storefront}/pages/track
    Carrier desk     ${urls.simulator}/desk
    Mailbox          ${urls.simulator}/mail
    Flow             ${urls.simulator}/flow
    Webhooks         ${urls.simulator}/log

  Try this: order something in the storefront, then let its delivery fail at the carrier desk.
  ${options.speed === 0 ? "The clock stands still" : `One real second is ${options.speed} simulated ones`}; it can be changed on every page. Ctrl-C ends everything.
`);
  if (line.open && process.stdout.isTTY) openBrowser(`${urls.simulator}/`);
  await new Promise<void>((resolve) => {
    if (stopping.signal.aborted) resolve();
    stopping.signal.addEventListener("abort", () => resolve());
  });
  await demo.stop();
  process.exit(0);
}

/** Best effort: on a machine without a browser the printed address is enough. */
function openBrowser(address: string): void {
  const [command, ...args] = process.platform === "darwin" ? ["open", address] : process.platform === "win32" ? ["cmd", "/c", "start", address] : ["xdg-open", address];
  spawn(command ?? "xdg-open", args, { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}
