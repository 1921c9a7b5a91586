import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Abandoned terms in names and sentences, with their replacement. */
const WORDS: Readonly<Record<string, string>> = {
  "data plane": "DataClient",
  asker: "Fetchers",
  journey: "outcome count",
  journeys: "outcome counts",
  wish: "query, options",
  wishes: "queries, options",
  surroundings: "environment",
  "wide question": "supersetQuery",
  "group term": "dimension",
  "trend split": "dimension",
  parted: "by segment",
  twin: "table",
  twins: "tables",
  "plot reader": "chart cursor",
  "reading job": "parse job",
  "least shown": "MIN_CELL_COUNT",
  "data panel": "request log",
};

/** Abandoned identifiers, case-sensitive. */
const NAMES: Readonly<Record<string, string>> = {
  newOf: "currentData",
  mapAsked: "mapData",
  settledOf: "combineStates",
  AskedPanel: "QueryPanel",
  useWide: "usePrefetchCube",
  useBasis: "useViewData",
  scopeFilter: "resolvedFilter",
  useTake: "useExport",
  useSpoken: "useLocale",
  nameLanguage: "applyLocaleToDocument",
  StageLeft: "DropOffStage",
  tellHost: "notifyHost",
  "open-host": "host-session",
  "open-entra": "open-dev-identity",
  "small-rows": "cell-suppression",
  "plain-text": "search-key",
  useAudience: "useAnonymised",
  AudienceView: "AnonymisedView",
  AudiencePanel: "AnonymisedPanel",
  audience__bar: "anonymised__bar",
  askRows: "fetchRows",
  askExtras: "listExtras",
  askNaively: "queryNaively",
  answerQuery: "respondToQuery",
  askTeams: "findTeamsUser",
  askHost: "findHostUser",
};

const ROOT = new URL("../", import.meta.url).pathname;
const OWN_NAME = "src/words.test.ts";

const files = ["src", "e2e", "docs"]
  .flatMap((folder) =>
    readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .concat(readdirSync(ROOT).filter((name) => name.endsWith(".md")))
  .filter((path) => /\.(tsx?|mjs|css|html|md)$/.test(path) && path !== OWN_NAME);

/** The words of a name or sentence: `useDataPlane` and `data-plane` both contain "data plane". */
function wordsOf(text: string): string {
  const apart = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return ` ${apart
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(" ")} `;
}

/** The replacement for the first abandoned term in a line; null for none. */
function betterWord(line: string): string | null {
  const words = wordsOf(line);
  const word = Object.keys(WORDS).find((one) => words.includes(` ${one} `));
  const name = Object.keys(NAMES).find((one) => new RegExp(`(?<![\\w-])${one}(?![\\w-])`).test(line));
  if (word !== undefined) return `${word}: ${WORDS[word]}`;
  return name === undefined ? null : `${name}: ${NAMES[name]}`;
}

it("finds a word that was given up in names, files and styles", () => {
  const lines = ["useDataPlane(", "src/data-plane.ts", ".data-plane__x {", "The twins of it", "mapAsked(x)"];
  expect(lines.map(betterWord)).not.toContain(null);
  expect(betterWord("the window of the aeroplane, asked and answered")).toBeNull();
});

it("uses the words of the field", () => {
  const found = files.flatMap((path) =>
    [path, ...readFileSync(ROOT + path, "utf8").split("\n")].flatMap((line, at) => {
      const better = betterWord(line);
      return better === null ? [] : [`${path}:${at} ${better}`];
    }),
  );
  expect(found).toEqual([]);
});
