import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const SOURCE = new URL(".", import.meta.url).pathname;
const MAX_FUNCTION_LINES = 60;
const MAX_FILE_LINES = 300;
const BLOCK_LINES = 6;

/** Names exported by several files for the same concept. */
const SHARED_NAMES: Readonly<Record<string, string>> = {};

type File = { path: string; text: string };

const files: readonly File[] = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\/.*\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(SOURCE + path, "utf8") }));
const production = files.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path));
const withoutTexts = production.filter(({ path }) => !/^i18n\/(en|de|zh-hant)\//.test(path));

type Node = { type: string; start: number; end: number; [key: string]: unknown };

/** The nodes of a syntax tree, parents first. */
function* nodesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one);
  else if (node !== null && typeof node === "object") {
    if ("type" in node && "start" in node) yield node as Node;
    for (const value of Object.values(node)) if (typeof value === "object") yield* nodesOf(value);
  }
}

const treeOf = ({ path, text }: File) => parseSync(path, text).program;

/** The imports of a file: types, values, and lazy ones. */
function importsOf({ path, text }: File): string[] {
  const specifiers = [...text.matchAll(/(?:from|import\(|import)\s*"([#.][^"?]*)/g)];
  return specifiers.map(([, specifier = ""]) =>
    specifier.startsWith("#") ? specifier.slice(1) : posix.join(posix.dirname(path), specifier),
  );
}

/** Names exported by two files or more, with their files. */
function doubledExports(all: readonly File[]): Record<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { path, text } of all)
    for (const [, name = ""] of text.matchAll(
      /^export (?:async )?(?:function\*?|const|let|class|type) (\w+)/gm,
    ))
      byName.set(name, [...(byName.get(name) ?? []), path]);
  return Object.fromEntries([...byName].filter(([, paths]) => paths.length > 1));
}

/** Import cycles, each once. */
function importCircles(all: readonly File[]): string[][] {
  const imports = new Map(all.map((file) => [file.path, importsOf(file)]));
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path]);
    if (way.includes(path) || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return circles;
}

const linesOf = (text: string): number => text.split("\n").length;

function longFunctions(file: File): string[] {
  const functions = [...nodesOf(treeOf(file))].filter(
    ({ type }) => /Function/.test(type) && !/^TS/.test(type),
  );
  return functions
    .filter(({ start, end }) => linesOf(file.text.slice(start, end)) > MAX_FUNCTION_LINES)
    .map(
      ({ start, end }) =>
        `${file.path}:${linesOf(file.text.slice(0, start))}, ${linesOf(file.text.slice(start, end))} lines`,
    );
}

/** Repeated blocks of lines; blank lines, imports, brackets and strings do not count. */
function repeatedBlocks(all: readonly File[]): string[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ path, text }) => {
    const code = text.replace(/^import [\s\S]*?;$/gm, (lines) => lines.replace(/[^\n]/g, ""));
    const lines = code
      .split("\n")
      .map((line, at) => ({ line: line.replace(/\s+/g, " ").trim(), at: at + 1 }))
      // Lists of names may coincide.
      .filter(({ line }) => /\w/.test(line) && !/^"[^"]*",?$/.test(line));
    return lines.flatMap(({ at }, index) => {
      const block = lines.slice(index, index + BLOCK_LINES);
      const name = block.map(({ line }) => line).join("\n");
      const before = seen.get(name);
      if (block.length === BLOCK_LINES && before === undefined) seen.set(name, `${path}:${at}`);
      return before === undefined ? [] : [`${path}:${at} = ${before}`];
    });
  });
}

describe("the house", () => {
  it("would find each of these faults", () => {
    const lines = Array.from({ length: 61 }, (_, at) => `  call(${at});`).join("\n");
    const [a, b] = [
      { path: "lib/a.ts", text: `import type { B } from "./b.ts";\nexport function same() {\n${lines}\n}\n` },
      {
        path: "lib/b.ts",
        text: `export const same = 1;\nconst lazy = () => import("#lib/a.ts");\n${lines}\n`,
      },
    ];
    expect(doubledExports([a, b])).toEqual({ same: ["lib/a.ts", "lib/b.ts"] });
    expect(importCircles([a, b])).toEqual([["lib/a.ts", "lib/b.ts", "lib/a.ts"]]);
    expect(longFunctions(a)).toEqual(["lib/a.ts:2, 63 lines"]);
    expect(repeatedBlocks([a, b])).toHaveLength(56);
    expect([doubledExports([a]), importCircles([a]), longFunctions(b), repeatedBlocks([a])]).toEqual([
      {},
      [],
      [],
      [],
    ]);
  });

  it("has no two exports of one name, unless they are the same concept", () => {
    const doubled = doubledExports(production);
    expect(Object.entries(doubled).filter(([name]) => !(name in SHARED_NAMES))).toEqual([]);
    expect(Object.keys(SHARED_NAMES).filter((name) => !(name in doubled))).toEqual([]);
  });

  it("has no circle of imports, types and lazy imports included", () => {
    expect(importCircles(files)).toEqual([]);
  });

  it(`has no function of more than ${MAX_FUNCTION_LINES} lines and no file of more than ${MAX_FILE_LINES}`, () => {
    const isCatalogue = (path: string) => /^i18n\/(en|de|zh-hant)\//.test(path);
    const long = files.filter(({ path, text }) => linesOf(text) > MAX_FILE_LINES && !isCatalogue(path));
    expect(long.map(({ path, text }) => `${path}: ${linesOf(text)}`)).toEqual([]);
    expect(production.flatMap(longFunctions)).toEqual([]);
  });

  it(`has no ${BLOCK_LINES} equal lines twice`, () => {
    expect(repeatedBlocks(withoutTexts)).toEqual([]);
  });
});
