import { defineConfig } from "vitest/config";

const base = { environment: "node", pool: "forks", testTimeout: 30_000, hookTimeout: 120_000, sequence: { shuffle: true }, env: { TZ: "Pacific/Auckland" } } as const;
const inTurn = (groupOrder: number) => ({ ...base.sequence, groupOrder });
const built = ["tests/machine/build-once.ts"];
const units = ["app/**/*.test.{ts,tsx}", "simulator/**/*.test.{ts,tsx}", "extensions/**/*.test.{ts,tsx}", "bench/**/*.test.ts", "tests/agreement/**/*.test.ts"];

/**
 * unit: beside the code · architecture: rules of the house · integration: both databases · e2e: the built app in Chromium.
 * The process runs far from UTC and from every shop's zone, so that nothing can lean on the machine's own. Groups run one after the other.
 */
export default defineConfig({
  test: {
    globalSetup: ["tests/machine/tell-what-is-missing.ts"],
    maxWorkers: 2, // what plays whole stories mostly waits for other processes, and a small machine would play one at a time
    projects: [
      { test: { ...base, name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      { test: { ...base, name: "unit", include: units } },
      { test: { ...base, name: "integration", include: ["tests/ports/**/*.test.ts", "tests/pipeline/**/*.test.ts"], globalSetup: built, testTimeout: 60_000, sequence: inTurn(1) } },
      { test: { ...base, name: "e2e", include: ["tests/e2e/**/*.test.ts"], globalSetup: built, testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } }, fileParallelism: false, sequence: { ...inTurn(2), shuffle: false } } },
    ],
  },
});
