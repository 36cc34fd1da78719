import { parseArgs } from "node:util";

/** How a demo is started. */
export type DemoOptions = {
  /** The first of five ports in a row (pages, storefront, app's public address, app, SMTP); 0 takes free ones. */
  port: number;
  /** Simulated seconds per real second. */
  speed: number;
  seed: number;
  /** Simulated time at the start. */
  at: Date;
  /** The app's data; deleted and made anew. */
  dataDir: string;
  /** A PostgreSQL database instead of the embedded one. It is used as it is: the caller empties it. */
  databaseUrl: string | null;
  /** Further variables for the app's process. */
  appEnvironment: Record<string, string>;
  /** Whether the shop has a past month and goes on receiving orders by itself. Tests of one story switch it off. */
  life: boolean;
  /** How many ordinary orders of the eight weeks before are there to learn from, packed at two locations; 0: none, and one location packs everything. Only with `life`. */
  history: number;
  /** Whether the buyers of the shop's life look at product pages, checkout, thank-you and tracking pages by themselves. Only with `life`; null: when time flows and the merchant has opened the app. */
  shoppers: boolean | null;
  /** Whether the merchant installs and opens the app before the demo counts as started. */
  visit: boolean;
  /** The tracking vendors the merchant connects: their words, or all that the app offers. */
  feeds: readonly string[] | "all";
  /** Builds what is missing or stale first. */
  build: boolean;
  /** Hears what the demo does; the app's own output too when `verbose`. */
  say(line: string): void;
  verbose: boolean;
};

const DEFAULT_PORT = 4400;
/** An aggregator, two carriers of their own, and one that follows everything: the page of sources is alive without every vendor asking. */
const DEFAULT_FEEDS: readonly string[] = ["easypost", "ups", "usps", "seventeentrack"];

/** What the demo does when nothing else is said: an hour of the shop's life passes every minute. */
export function defaultOptions(now: Date): DemoOptions {
  return { port: DEFAULT_PORT, speed: 60, seed: 20_261, at: now, dataDir: ".data/demo", databaseUrl: null, appEnvironment: {}, life: true, history: 440, shoppers: null, visit: true, feeds: DEFAULT_FEEDS, build: true, say: () => {}, verbose: false };
}

/** What the command line asks for, or why it cannot be understood. */
export type CommandLine = { outcome: "run"; options: DemoOptions; open: boolean } | { outcome: "help" } | { outcome: "refused"; reason: string };

/** The help text of `npm run demo -- --help`. */
export const HELP = `npm run demo -- [options]
  --port N     first of five ports (default 4400; 0 takes free ones)
  --speed N    simulated seconds per real second (default 60; 0 stands still)
  --seed N     another shop, other buyers, other parcels
  --history N  ordinary orders of the eight weeks before, to learn from (default 440)
  --at TIME    simulated time at the start, such as 2026-12-18T09:00:00Z (default now)
  --no-shoppers  nobody looks at dates but you
  --feeds LIST the tracking vendors to connect: all, none, or words such as easypost,ups (default ${DEFAULT_FEEDS.join(",")})
  --no-open    do not open the browser
  --verbose    print the app's log too`;

/** Reads the command line of the demo. */
export function readCommandLine(args: string[], now: Date): CommandLine {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: { port: { type: "string" }, speed: { type: "string" }, seed: { type: "string" }, history: { type: "string" }, feeds: { type: "string" }, at: { type: "string" }, "no-open": { type: "boolean" }, "no-shoppers": { type: "boolean" }, verbose: { type: "boolean" }, help: { type: "boolean" } },
    }));
  } catch (error) {
    return { outcome: "refused", reason: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { outcome: "help" };
  const options = defaultOptions(now);
  for (const name of ["port", "speed", "seed", "history"] as const) {
    const text = values[name];
    if (text === undefined) continue;
    const number = Number(text);
    if (text.trim() === "" || !Number.isFinite(number) || number < 0 || (name !== "speed" && !Number.isInteger(number))) return { outcome: "refused", reason: `--${name} needs a number, not "${text}".` };
    options[name] = number;
  }
  if (options.port > 65_531) return { outcome: "refused", reason: "--port must leave room for five ports, so at most 65531." };
  if (values.feeds !== undefined) options.feeds = values.feeds === "all" ? "all" : values.feeds.split(",").map((word) => word.trim()).filter((word) => word !== "" && word !== "none");
  if (values["no-shoppers"]) options.shoppers = false;
  // Each row of ports has data of its own: a second demo must not delete the first one's.
  if (options.port !== DEFAULT_PORT) options.dataDir = `${options.dataDir}-${options.port}`;
  if (values.at !== undefined) {
    const at = new Date(values.at);
    if (Number.isNaN(at.getTime())) return { outcome: "refused", reason: `--at needs a time such as 2026-12-18T09:00:00Z, not "${values.at}".` };
    options.at = at;
  }
  return { outcome: "run", options: { ...options, verbose: values.verbose ?? false }, open: !(values["no-open"] ?? false) };
}
