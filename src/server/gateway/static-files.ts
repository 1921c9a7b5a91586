import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { PAGE_PATHS } from "#config/view-paths.ts";
import { contentMark } from "./content-mark.ts";

const NEVER_KEPT = "no-cache";
const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

/**
 * The built page. Browsers keep files of `assets`, and scripts asked for with the mark of their content, for good. A
 * missing file of `assets` is a 404, never the page.
 */
export function staticFiles(root: string): Hono {
  const files = new Hono();
  files.use("/assets/*", serveStatic({ root, precompressed: true, onFound: cache(KEPT_FOR_GOOD) }));
  files.get("/assets/*", (context) => context.text("Not found", 404));
  // Every other unknown path is a 404.
  for (const view of PAGE_PATHS) {
    const path = join(root, "index.html");
    files.get(view, serveStatic({ path, precompressed: true, onFound: cache(NEVER_KEPT) }));
  }
  files.use("/portal.js", serveStatic({ root, precompressed: true, onFound: openToAll }));
  files.use("*", serveStatic({ root, precompressed: true, onFound: cacheMarked() }));
  return files;
}

function cache(policy: string) {
  return (_path: string, { header }: Context): void => header("Cache-Control", policy);
}

/**
 * For a script asked for with the mark of its content, which `vite.config.ts` writes. Another mark is that of another
 * build, under which this one must not be kept.
 */
function cacheMarked() {
  const marks = new Map<string, string>();
  const markOf = (path: string) => {
    const mark = marks.get(path) ?? contentMark(path);
    marks.set(path, mark);
    return mark;
  };
  return (found: string, { req, header }: Context): void => {
    const path = found.replace(/\.(br|gz)$/, "");
    const wanted = req.query("v");
    const isCurrent = wanted !== undefined && path.endsWith(".js") && wanted === markOf(path);
    header("Cache-Control", isCurrent ? KEPT_FOR_GOOD : NEVER_KEPT);
  };
}

/** Portals load this script as a module, which needs CORS; it contains nothing private. */
function openToAll(_path: string, { header }: Context): void {
  header("Cache-Control", NEVER_KEPT);
  header("Access-Control-Allow-Origin", "*");
}
