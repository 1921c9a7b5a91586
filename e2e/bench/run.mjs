// `npm run bench -- [--against FOLDER] [PART]`: with FOLDER, another build of the dashboard, both are timed in turn.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const options = process.argv.slice(2);
const at = options.indexOf("--against");
const against = at < 0 ? undefined : options.splice(at, 2)[1];
const { status } = spawnSync("npx", ["playwright", "test", "--config", "e2e/bench.config.ts", ...options], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, ...(against ? { BENCH_AGAINST: resolve(against) } : {}) },
});
process.exit(status ?? 1);
