import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { LRUCache } from "lru-cache";
import { loadOnce } from "#lib/load-once.ts";
import { chooseEncoding, type Encoding, encode } from "../gateway/compression.ts";
import type { Draw, Drawn } from "./draw.ts";

/** Pictures that are kept, and for how long (ms): a period may end with today, and its figures change at midnight. */
const MAX_KEPT = 20;
const MAX_AGE_MS = 10 * 60_000;
/** The picture is put before it, behind all that the page loads. */
const END = "</body>";

const TAG = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i;
/** Characters. */
const MAX_HEADER = 100;
const MAX_SEARCH = 500;

export type FirstPictureParts = {
  /** Folder of the built page. */
  pageRoot: string;
  draw: Draw;
  /** Another object once the data are others. */
  data: () => object;
  now?: () => number;
};

type Kept = { data: object; drawn: Drawn | null; at: number };

/**
 * Serves the Overview with a picture of it, drawn by the server for first visits and shown by `public/picture.js` until the
 * page is rendered. Only for pages that anybody may see. Until it is drawn, the page is served without it.
 */
export function firstPicture({ pageRoot, draw, data, now = Date.now }: FirstPictureParts) {
  const kept = new LRUCache<string, Kept>({ max: MAX_KEPT });
  const readPage = loadOnce(() => readFile(join(pageRoot, "index.html"), "utf8"));
  let isDrawing = false;

  /** Draws one page at a time. */
  async function begin(key: string, path: string, languages: readonly string[]): Promise<void> {
    if (isDrawing) return;
    isDrawing = true;
    const shown = { data: data(), at: now() };
    try {
      kept.set(key, { ...shown, drawn: await draw(path, languages) });
    } finally {
      isDrawing = false;
    }
  }

  function pictureOf(path: string, languages: readonly string[]): Drawn | null {
    const key = JSON.stringify([path, languages]);
    const found = kept.get(key);
    if (found && found.data === data() && now() - found.at < MAX_AGE_MS) return found.drawn;
    void begin(key, path, languages);
    return null;
  }

  const routes = new Hono();
  routes.get("/", async ({ req }, next) => {
    const languages = languagesOf(req.header("Accept-Language"));
    const { search } = new URL(req.url);
    const isDrawable = languages.length > 0 && search.length <= MAX_SEARCH && !req.query("audience");
    const drawn = isDrawable ? pictureOf(`/${search}`, languages) : null;
    if (drawn === null) return next();
    const body = Buffer.from(
      withPicture(await readPage(), { ...drawn, languages: JSON.stringify(languages) }),
    );
    return respond(body, chooseEncoding(req.header("Accept-Encoding"), body.byteLength));
  });
  return { routes, prepare: (languages: readonly string[]) => void pictureOf("/", languages) };
}

/** The wanted languages in the header's order, which is the browser's own; none where it says anything else. */
function languagesOf(header = ""): string[] {
  const tags = header.split(",").map((part) => part.split(";")[0]?.trim() ?? "");
  return header.length <= MAX_HEADER && tags.every((tag) => TAG.test(tag)) ? tags : [];
}

/** The page with the picture as data: nothing in it can end the element, and nothing runs. */
function withPicture(html: string, picture: object): string {
  const json = JSON.stringify(picture).replaceAll("<", "\\u003c");
  return html.replace(
    END,
    () => `  <script type="application/json" id="first-picture">${json}</script>\n  ${END}`,
  );
}

async function respond(body: Buffer, encoding: Encoding): Promise<Response> {
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-cache",
    Vary: "Accept-Encoding, Accept-Language",
  });
  if (encoding !== "identity") headers.set("Content-Encoding", encoding);
  return new Response((await encode(body, encoding)) as Uint8Array<ArrayBuffer>, { headers });
}
