import { defineConfig } from "vitest/config";

const base = { environment: "node", pool: "forks", testTimeout: 30_000, hookTimeout: 60_000, sequence: { shuffle: true } } as const;
const units = ["app/**/*.test.{ts,tsx}", "simulator/**/*.test.ts", "extensions/**/*.test.{ts,tsx}", "bench/**/*.test.ts"];

/** unit: beside the code · architecture: rules of the house · integration: both databases · e2e: the built app in Chromium. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...base, name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      { test: { ...base, name: "unit", include: units } },
      { test: { ...base, name: "integration", include: ["tests/ports/**/*.test.ts", "tests/pipeline/**/*.test.ts"] } },
      { test: { ...base, name: "e2e", include: ["tests/e2e/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
