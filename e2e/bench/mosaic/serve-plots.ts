import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

/** Mosaic and its own DuckDB-WASM, outside the lock file: 170 MB that `npm ci` should not load. */
const PACKAGES = {
  private: true,
  dependencies: { "@uwdata/vgplot": "0.32.0", "@duckdb/duckdb-wasm": "1.33.1-dev57.0" },
  // The versions of the same weeks; a later flechette needs a package that not every registry has.
  overrides: { "@uwdata/mosaic-sql": "0.32.1", "@uwdata/flechette": "2.5.0" },
};
const FOLDER = resolve("node_modules/.cache/mosaic");
const SOURCES = ["index.html", "plots.js"];

function install(): void {
  if (existsSync(join(FOLDER, "node_modules/@uwdata/vgplot"))) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "package.json"), JSON.stringify(PACKAGES));
  const stdio = ["ignore", "ignore", "inherit"] as const;
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund"], {
    cwd: FOLDER,
    stdio: [...stdio],
  });
  if (status !== 0) throw new Error("Mosaic could not be installed.");
}

/** Builds the page of Mosaic's plots into an empty folder and serves it, with a CSV file of referrals. */
export async function servePlots(
  folder: string,
  file: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  install();
  for (const name of SOURCES) copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(FOLDER, name));
  const options = {
    root: FOLDER,
    configFile: false,
    logLevel: "error",
    base: "/plots/",
    build: { outDir: folder, emptyOutDir: false, target: "esnext" },
    preview: { host: "127.0.0.1", port: 0 },
  } as const;
  await build(options);
  copyFileSync(file, join(folder, "referrals.csv"));
  const server = await preview(options);
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error("The plots have no address.");
  return { url, stop: () => server.close() };
}
