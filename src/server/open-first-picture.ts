import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Hono } from "hono";
import type { ServerSettings } from "#config/server-settings.ts";
import { type AppParts, createApp } from "./app.ts";
import { drawInThread } from "./first-picture/draw.ts";
import { firstPicture } from "./first-picture/first-picture.ts";

/**
 * The Overview with its first picture, without sign-in only: with it, figures depend on the user. Draws one at the start, in
 * this machine's language.
 */
export function openFirstPicture(settings: ServerSettings, parts: AppParts, pageRoot: string): Hono {
  const { backend } = parts;
  const { firstPicture: isWanted, basePath } = settings.operation;
  if (!isWanted || settings.signIn.kind !== "off" || backend.kind !== "embedded") return new Hono();
  // Drawing is not rate-limited and uses up no injected fault.
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
