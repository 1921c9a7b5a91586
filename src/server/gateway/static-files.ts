import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { PAGE_PATHS } from "#config/view-paths.ts";

const NEVER_KEPT = "no-cache";
const KEPT_FOR_GOOD = "public, max-age=31536000, immutable";

/**
 * The built page. Files with a hash in their name, and scripts asked for with one, are kept by browsers for good; the
 * former never fall back to the page.
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
  files.use("*", serveStatic({ root, precompressed: true, onFound: cacheVersioned }));
  return files;
}

function cache(policy: string) {
  return (_path: string, context: Context): void => context.header("Cache-Control", policy);
}

/** Scripts with a mark of their content in the address, as `vite.config.ts` writes it. */
function cacheVersioned(_path: string, context: Context): void {
  const isVersioned = context.req.path.endsWith(".js") && context.req.query("v") !== undefined;
  context.header("Cache-Control", isVersioned ? KEPT_FOR_GOOD : NEVER_KEPT);
}

/** Portals load this script as a module, which needs CORS; it contains nothing private. */
function openToAll(_path: string, context: Context): void {
  context.header("Cache-Control", NEVER_KEPT);
  context.header("Access-Control-Allow-Origin", "*");
}
