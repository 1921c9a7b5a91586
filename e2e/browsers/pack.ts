import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { element } from "#exports/pack/pack-tree.ts";
import { reviewPack } from "#exports/pack/review-pack.ts";
import { createI18n } from "#i18n/i18n.tsx";
import { END } from "./drivers.ts";

const COMMENT = "<b>Comment</b> & more\nin two lines";

/** Writes a review pack with a comment, a table and a chart; with `edited` a figure in it was changed by hand. */
export async function writePack(path: string, edited: boolean): Promise<string> {
  const i18n = createI18n(["de"]);
  await Promise.all([i18n.loadShell(), i18n.loadViews(), i18n.loadRoutine()]);
  const chart = element(
    "svg",
    { viewBox: "0 0 20 20", width: "20", height: "20" },
    element("clipPath", { id: "cut-1" }, element("rect", { width: "20", height: "20" })),
    element("g", { "clip-path": "url(#cut-1)" }, element("path", { d: "M0 0L20 20", stroke: "#000" })),
  );
  const columns = [
    { name: "Markt", kind: "text", read: (row: number) => `Markt ${row} “ä”` },
    { name: "Anzahl", kind: "count", read: (row: number) => row * 1000 },
  ] as const;
  const panel = {
    ...{ name: "markets", title: "Märkte", about: [{ name: "Note", text: "A & B" }], comment: COMMENT },
    ...{ tables: [{ title: "Märkte", size: 3, columns }], picture: chart },
  };
  const { html } = await reviewPack(
    { title: "Mappe", locale: "de", direction: "ltr", madeAt: 0, panels: [panel] },
    i18n,
  );
  await writeFile(path, edited ? html.replace(">2.000<", ">9.000<") : html);
  return pathToFileURL(path).href;
}

/** A page that frames a file, and reports the end as an error shortly after the file is loaded. */
export async function writeFrame(path: string, file: string): Promise<string> {
  const script = `onload = () => setTimeout(() => console.error("${END}"), 500)`;
  await writeFile(path, `<!doctype html><script>${script}</script><iframe src="${file}"></iframe>`);
  return pathToFileURL(path).href;
}
