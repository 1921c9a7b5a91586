import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

const SOURCE = new URL(".", import.meta.url).pathname;

/** Names that several files export for the same concept. */
const SHARED_NAMES: Readonly<Record<string, string>> = {};

type File = { path: string; text: string };

const files: readonly File[] = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\/.*\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(SOURCE + path, "utf8") }));
const production = files.filter(({ path }) => !/\.test\.tsx?$|\/testing\//.test(path));

/** The files that a file imports: types, values, and lazily. */
function importsOf({ path, text }: File): string[] {
  const specifiers = [...text.matchAll(/(?:from|import\(|import)\s*"([#.][^"?]*)/g)];
  return specifiers.map(([, specifier = ""]) =>
    specifier.startsWith("#") ? specifier.slice(1) : posix.join(posix.dirname(path), specifier),
  );
}

/** Names that two of these files or more export, each with its files. */
function doubledExports(all: readonly File[]): Record<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const { path, text } of all)
    for (const [, name = ""] of text.matchAll(
      /^export (?:async )?(?:function\*?|const|let|class|type) (\w+)/gm,
    ))
      byName.set(name, [...(byName.get(name) ?? []), path]);
  return Object.fromEntries([...byName].filter(([, paths]) => paths.length > 1));
}

/** The first circle of imports on the way from each file, each once. */
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

describe("the house", () => {
  it("has no two exports of one name, unless they are the same concept", () => {
    const doubled = doubledExports(production);
    expect(Object.entries(doubled).filter(([name]) => !(name in SHARED_NAMES))).toEqual([]);
    expect(Object.keys(SHARED_NAMES).filter((name) => !(name in doubled))).toEqual([]);
  });

  it("has no circle of imports, types and lazy imports included", () => {
    expect(importCircles(files)).toEqual([]);
  });
});
