import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Hono } from "hono";
import type { ServerSettings } from "#config/server-settings.ts";
import { type AppParts, createApp } from "./app.ts";
import { drawInThread } from "./first-picture/draw.ts";
import { firstPicture } from "./first-picture/first-picture.ts";

/**
 * The Overview with a picture of itself, where anybody may see it: with sign-in, what somebody sees depends on who it is.
 * Draws the first one at once, in this machine's language.
 */
export function openFirstPicture(settings: ServerSettings, parts: AppParts, pageRoot: string): Hono {
  const { backend } = parts;
  const { firstPicture: isWanted, basePath } = settings.operation;
  if (!isWanted || settings.signIn.kind !== "off" || backend.kind !== "embedded") return new Hono();
  // Nobody has called: no call is counted, and no fault that somebody asked for is used up.
  const service = createApp({ ...parts, faults: null, rateLimit: async () => null });
  const draw = drawInThread({
    script: pathToFileURL(join(pageRoot, "../server/draw-page.js")),
    basePath,
    service: async (path, accept) =>
      service.fetch(new Request(`http://localhost${path}`, { headers: { Accept: accept } })),
  });
  const { routes, prepare } = firstPicture({ pageRoot, draw, data: () => backend.data.now() });
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  prepare([...new Set([locale, locale.slice(0, 2)])]);
  return routes;
}
