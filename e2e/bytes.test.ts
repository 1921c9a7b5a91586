import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "playwright/test";

/** A chunk in Vite's manifest of the build. */
type Chunk = {
  file: string;
  name?: string;
  imports?: string[];
  dynamicImports?: string[];
  assets?: string[];
};
type Manifest = Record<string, Chunk>;

const BUILD = new URL("../dist/app/", import.meta.url);
const KILOBYTE = 1000;

/** Charts over time, which are fetched once for all views that have one. */
const CHARTS = "src/charts/time-series-chart.tsx";

/** The other views, the most that each may bring beside the Overview (kB), and what it fetches besides itself. */
const VIEWS = [
  ["funnel", 140, CHARTS],
  ["trends", 140, CHARTS],
  ["markets", 90],
  ["times", 140, CHARTS],
  ["referrals", 90],
] as const;

/** The keys of what is loaded before anything is drawn: the first file, and React DOM. */
function firstOf(manifest: Manifest): string[] {
  return ["index.html", ...named(manifest, ["react-dom"])];
}

/** The keys of what the Overview loads: these, all texts in English, and the file with all of its code. */
function overviewOf(manifest: Manifest): string[] {
  return [...firstOf(manifest), ...named(manifest, ["texts-en", "overview"])];
}

function named(manifest: Manifest, names: readonly string[]): string[] {
  const keys = Object.keys(manifest).filter((key) => names.includes(manifest[key]?.name ?? ""));
  expect(keys).toHaveLength(names.length);
  return keys;
}

/** All chunks that these ones import before they run. */
function withImports(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    withImports(manifest, manifest[key]?.imports ?? [], seen);
  }
  return seen;
}

async function gzipBytes(manifest: Manifest, keys: Iterable<string>): Promise<number> {
  const chunks = [...keys].flatMap((key) => manifest[key] ?? []);
  // A worker is an asset of the chunk that starts it.
  const names = chunks.flatMap(({ file, assets = [] }) => [file, ...assets]);
  const files = new Set(names.filter((file) => file.endsWith(".js")));
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(new URL(file, BUILD))).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test.describe("JavaScript, compressed with gzip", () => {
  let manifest: Manifest;

  test.beforeAll(async () => {
    manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", BUILD), "utf8"));
  });

  test("is at most 110 kB for the first paint", async () => {
    const bytes = await gzipBytes(manifest, withImports(manifest, firstOf(manifest)));
    test.info().annotations.push({ type: "bytes", description: String(bytes) });
    expect(bytes).toBeGreaterThan(50 * KILOBYTE);
    expect(bytes).toBeLessThanOrEqual(110 * KILOBYTE);
  });

  test("is at most 300 kB for the whole Overview", async () => {
    const overview = overviewOf(manifest);
    for (const part of overview) expect(Object.keys(manifest)).toContain(part);
    const chunks = withImports(manifest, overview);
    expect([...chunks].flatMap((key) => manifest[key]?.assets ?? []).join()).toContain("worker");
    const bytes = await gzipBytes(manifest, chunks);
    test.info().annotations.push({ type: "bytes", description: String(bytes) });
    expect(bytes).toBeLessThanOrEqual(300 * KILOBYTE);
  });

  for (const [name, most, ...lazy] of VIEWS) {
    test(`is at most ${most} kB more than the Overview for ${name}`, async () => {
      const overview = overviewOf(manifest);
      const parts = [...overview, `src/views/${name}/${name}-view.tsx`, ...lazy];
      for (const part of parts) expect(Object.keys(manifest)).toContain(part);
      const here = withImports(manifest, overview);
      const more = [...withImports(manifest, parts)].filter((key) => !here.has(key));
      const bytes = await gzipBytes(manifest, more);
      test.info().annotations.push({ type: "bytes", description: String(bytes) });
      expect(bytes).toBeGreaterThan(KILOBYTE);
      expect(bytes).toBeLessThanOrEqual(most * KILOBYTE);
    });
  }
});
