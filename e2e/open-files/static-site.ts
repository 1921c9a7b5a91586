import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "playwright/test";

const ROOT = fileURLToPath(new URL("../../dist/app", import.meta.url));

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** The header that the documentation of hosting gives: nothing but the page's own files, and Trusted Types. */
export async function documentedPolicy(frameAncestors = "'self'"): Promise<string> {
  const text = await readFile(new URL("../../docs/static.md", import.meta.url), "utf8");
  const policy = /^\s*Content-Security-Policy: (.*)$/m.exec(text)?.[1];
  if (!policy) throw new Error("docs/static.md has no policy.");
  return policy.replace("frame-ancestors 'self'", `frame-ancestors ${frameAncestors}`);
}

/** A file, or the one of a folder; "folder" for one without the slash at its end. */
async function fileAt(pathname: string) {
  const path = join(ROOT, normalize(pathname));
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false;
  if (isFolder && !pathname.endsWith("/")) return "folder";
  const file = isFolder ? join(path, "index.html") : path;
  const content = await readFile(file).catch(() => null);
  return content && { content, type: TYPES[extname(file)] ?? "application/octet-stream" };
}

/**
 * A web server of files and nothing else, as anybody may have one, with `config.json` beside the built page. The page's
 * folder is the root of the site, or below it at `basePath`, for example "/tools/referrals".
 */
export async function startStaticSite(frameAncestors?: string, basePath = "") {
  const policy = await documentedPolicy(frameAncestors);
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? "/", "http://localhost");
    const pathname = asked.pathname.startsWith(`${basePath}/`)
      ? asked.pathname.slice(basePath.length)
      : "/none";
    response.setHeader("Content-Security-Policy", policy);
    if (pathname === "/portal.js") response.setHeader("Access-Control-Allow-Origin", "*");
    if (pathname === "/config.json") {
      response.setHeader("Content-Type", "application/json");
      response.end('{ "source": "files" }');
      return;
    }
    const found = await fileAt(pathname);
    if (found === "folder") response.writeHead(301, { Location: `${asked.pathname}/${asked.search}` }).end();
    else if (found === null) response.writeHead(404).end("Not found");
    else response.writeHead(200, { "Content-Type": found.type }).end(found.content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePath}`;
  return {
    url,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** One for all tests of a file. */
export function staticSite(): () => string {
  let site: Awaited<ReturnType<typeof startStaticSite>>;
  test.beforeAll(async () => {
    site = await startStaticSite();
  });
  test.afterAll(() => site.stop());
  return () => site.url;
}
