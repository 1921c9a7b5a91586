import { defineConfig } from "vitest/config";

// A real cluster is started; outside of `npm test`.
export default defineConfig({
  test: { include: ["e2e/clickhouse/*.test.ts"], testTimeout: 900_000, hookTimeout: 60_000, maxWorkers: 1 },
});
