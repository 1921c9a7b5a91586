import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const BELOW_DASHBOARD = [
  "lib",
  "statistics",
  "config",
  "partner-center",
  "referrals",
  "records",
  "cube",
  "files",
  "local-files",
  "queries",
  "i18n",
  "exports",
  "ui",
  "table",
  "charts",
  "selection",
] as const;

/** What each folder may import besides itself and packages; only lower layers. */
const FLOORS: Record<string, readonly string[]> = {
  lib: [],
  statistics: ["lib"],
  config: ["lib"],
  "partner-center": ["lib"],
  referrals: ["lib", "statistics", "partner-center"],
  files: ["lib", "config", "partner-center"],
  cube: ["lib", "partner-center"],
  "local-files": ["lib", "config", "partner-center", "files", "cube"],
  records: ["lib", "statistics", "partner-center", "referrals"],
  parsing: ["lib", "partner-center", "cube"],
  queries: ["lib", "config", "partner-center", "referrals", "records", "parsing", "cube"],
  i18n: ["lib"],
  exports: ["lib", "i18n", "referrals", "partner-center", "records"],
  ui: ["lib", "i18n"],
  table: ["lib", "i18n", "ui", "exports"],
  charts: ["lib", "i18n"],
  selection: ["lib", "config", "referrals", "records"],
  auth: ["lib", "config", "i18n", "ui"],
  embed: ["lib", "config", "selection"],
  dashboard: BELOW_DASHBOARD,
  routine: [...BELOW_DASHBOARD, "dashboard"],
  views: [...BELOW_DASHBOARD, "dashboard", "routine"],
  app: [...BELOW_DASHBOARD, "auth", "embed", "dashboard", "routine", "views"],
  server: ["lib", "config", "partner-center", "referrals", "files"],
};

/** Parts of the server, which only its top-level files may combine. */
const SERVER_PARTS: Record<string, readonly string[]> = {
  authorize: ["gateway", "store"],
  bench: ["clickhouse", "referrals-api", "store"],
  clickhouse: ["store"],
  "dev-identity": ["authorize", "gateway"],
  doctor: ["referrals-api"],
  embedded: ["store", "gateway", "authorize"],
  "fault-injection": ["gateway"],
  "first-picture": ["gateway"],
  gateway: [],
  metrics: ["gateway"],
  history: [],
  "referrals-api": ["authorize", "embedded", "fault-injection", "gateway", "history", "sample", "store"],
  sample: [],
  store: ["history", "sample"],
  testing: [],
  watch: ["store"],
};

/** The parts of the dashboard, each with those it may import. */
const ROOMS: Record<string, readonly string[]> = {
  context: [],
  annotations: ["context"],
  "filter-bar": ["context"],
  panel: ["context"],
  data: ["context", "panel"],
  figures: ["context", "annotations", "panel", "data"],
  "data-quality": ["context", "panel", "data", "figures"],
  outlook: ["context", "panel", "data", "figures"],
  why: ["context", "panel", "data", "figures"],
  frame: ["context", "filter-bar", "panel", "data-quality"],
};

type Import = { file: string; from: string; to: string };

const source = new URL(".", import.meta.url).pathname;
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\/.*\.tsx?$/.test(file),
);
const imports = files.flatMap(importsOf);

/** Paths of a file's imports, relative to `src`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(`${source}${file}`, "utf8");
  const specifiers = [...text.matchAll(/(?:from|import\(|import)\s*"([#.][^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((specifier) => {
    const path = specifier.startsWith("#")
      ? specifier.slice(1)
      : new URL(specifier, `file:///${file}`).pathname.slice(1);
    return { file, from: file, to: path };
  });
}

const folderOf = (path: string) => path.split("/")[0] ?? "";
const isTestOf = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);

describe("the floors of the house", () => {
  it("read as many imports as a house of this size has", () => {
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it("name every folder", () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !(name in FLOORS))).toEqual([]);
    const parts = readdirSync(`${source}server`, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(parts.map(({ name }) => name).filter((name) => !(name in SERVER_PARTS))).toEqual([]);
    const rooms = readdirSync(`${source}dashboard`).filter((name) => !(name in ROOMS));
    expect(rooms).toEqual([]);
  });

  it("are never climbed by an import", () => {
    const climbs = imports.filter(({ from, to }) => {
      const [here, there] = [folderOf(from), folderOf(to)];
      return here !== there && !FLOORS[here]?.includes(there);
    });
    expect(climbs).toEqual([]);
  });

  it("keep each view apart from the others", () => {
    const views = imports.filter(({ from, to }) => folderOf(from) === "views" && folderOf(to) === "views");
    const viewOf = (path: string) => path.split("/")[1];
    const crossings = views.filter(({ from, to }) => viewOf(from) !== viewOf(to));
    expect(crossings).toEqual([]);
  });

  it("order the rooms of the dashboard", () => {
    const roomOf = (path: string) => /^dashboard\/([^/]+)\//.exec(path)?.[1] ?? null;
    const climbs = imports.filter(({ from, to }) => {
      const [here, there] = [roomOf(from), roomOf(to)];
      return here !== null && there !== null && here !== there && !ROOMS[here]?.includes(there);
    });
    expect(climbs).toEqual([]);
  });

  it("let the parts of the server meet only where it is put together", () => {
    const partOf = (path: string) => /^server\/([^/]+)\//.exec(path)?.[1] ?? null;
    const meetings = imports.filter(({ file, from, to }) => {
      const [here, there] = [partOf(from), partOf(to)];
      if (here === null || folderOf(to) !== "server" || here === there || isTestOf(file)) return false;
      return there === null || !SERVER_PARTS[here]?.includes(there);
    });
    expect(meetings).toEqual([]);
  });

  it("keep Node's own modules out of what the browser runs", () => {
    // Runs the page in a thread of the server.
    const ofServer = /^(server|config)\/|^app\/picture\/draw-page\.ts$/;
    const browser = files.filter((file) => !ofServer.test(file) && !isTestOf(file));
    const users = browser.filter((file) => /from "node:/.test(readFileSync(`${source}${file}`, "utf8")));
    expect(users).toEqual([]);
  });
});
