import { defineConfig } from "vitest/config";

// A real Redis is started; outside of `npm test`.
export default defineConfig({
  test: { include: ["e2e/redis/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
