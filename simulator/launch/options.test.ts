import { describe, expect, it } from "vitest";
import { readCommandLine } from "./options.ts";

const NOW = new Date("2026-11-20T12:00:00Z");

describe("the demo's command line", () => {
  it("starts now, at an hour a minute, when nothing is said", () => {
    expect(readCommandLine([], NOW)).toMatchObject({ outcome: "run", open: true, options: { port: 4400, speed: 60, at: NOW } });
  });

  it("takes every option", () => {
    const line = readCommandLine(["--port", "0", "--speed=600", "--seed", "7", "--history", "20", "--at", "2026-12-18T09:00:00Z", "--no-open"], NOW);
    expect(line).toMatchObject({ outcome: "run", open: false, options: { port: 0, speed: 600, seed: 7, history: 20, at: new Date("2026-12-18T09:00:00Z") } });
  });

  it("connects some vendors, all, none, or the named ones", () => {
    const feeds = (...args: string[]): unknown => {
      const line = readCommandLine(args, NOW);
      return line.outcome === "run" ? line.options.feeds : line.outcome;
    };
    expect(feeds()).toContain("easypost");
    expect(feeds("--feeds", "all")).toBe("all");
    expect(feeds("--feeds", "none")).toEqual([]);
    expect(feeds("--feeds", "easypost, dhl")).toEqual(["easypost", "dhl"]);
  });

  it("lets buyers look by themselves when time flows, unless it is told not to", () => {
    expect(readCommandLine([], NOW)).toMatchObject({ options: { shoppers: null } });
    expect(readCommandLine(["--no-shoppers"], NOW)).toMatchObject({ options: { shoppers: false } });
  });

  it("keeps the data of two demos apart", () => {
    expect(readCommandLine([], NOW)).toMatchObject({ options: { dataDir: ".data/demo" } });
    expect(readCommandLine(["--port", "5500"], NOW)).toMatchObject({ options: { dataDir: ".data/demo-5500" } });
  });

  it.each([
    [["--speed", "fast"], '--speed needs a number, not "fast".'],
    [["--port", "4400.5"], '--port needs a number, not "4400.5".'],
    [["--port", "70000"], "--port must leave room for five ports, so at most 65531."],
    [["--history=-1"], '--history needs a number, not "-1".'],
    [["--at", "tomorrow"], '--at needs a time such as 2026-12-18T09:00:00Z, not "tomorrow".'],
  ])("says in plain words what is wrong with %j", (args, reason) => {
    expect(readCommandLine(args, NOW)).toEqual({ outcome: "refused", reason });
  });

  it("refuses an option it does not know", () => {
    expect(readCommandLine(["--fast"], NOW)).toMatchObject({ outcome: "refused", reason: expect.stringContaining("--fast") });
  });
});
