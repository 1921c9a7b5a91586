import { type Context, Hono } from "hono";
import type { AppConfig } from "#config/app-config.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { AnalyticsService } from "./embedded/service.ts";
import { chooseEncoding } from "./gateway/compression.ts";
import { errorBody } from "./gateway/error-body.ts";
import { forwardTo } from "./gateway/forward.ts";
import { requestIds } from "./gateway/request-ids.ts";
import type { LoadReport } from "./store/store.ts";

/** What answers the endpoint: the embedded service with what it loaded, or Partner Center. */
export type Backend =
  | { kind: "embedded"; service: AnalyticsService; report: LoadReport }
  | { kind: "partner-center"; origin: string };

/** The dashboard's HTTP interface without the page's own files: the endpoint, its settings, its health. */
export function createApp(backend: Backend, config: AppConfig): Hono {
  const app = new Hono();
  app.get(ENDPOINT, backend.kind === "embedded" ? answerFrom(backend.service) : forwardTo(upstream(backend)));
  app.all(ENDPOINT, (context) => {
    context.header("Allow", "GET");
    return fail(context, 405, "Only GET is offered here.");
  });
  app.all("/partner/*", (context) => fail(context, 404, `Only ${ENDPOINT} is offered here.`));
  app.get("/config.json", (context) => context.json(config, 200, { "Cache-Control": "no-cache" }));
  app.get("/healthz", (context) => context.json(health(backend), 200, { "Cache-Control": "no-store" }));
  app.onError((error, context) => {
    console.error(`Unexpected: ${error.name} at ${context.req.path}`);
    return fail(
      context,
      500,
      "The dashboard's server could not answer. Try again; its log has the time of it.",
    );
  });
  return app;
}

function upstream(backend: { origin: string }): { origin: string; path: string } {
  return { origin: backend.origin, path: ENDPOINT };
}

function answerFrom(service: AnalyticsService) {
  return async (context: Context): Promise<Response> => {
    const search = new URL(context.req.url).search;
    const accepted = context.req.header("Accept-Encoding");
    const answer = await service.answer(search, (bytes) => chooseEncoding(accepted, bytes));
    const headers = new Headers({
      ...requestIds(context.req.raw.headers),
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      Vary: "Accept-Encoding",
      "Content-Length": String(answer.body.byteLength),
    });
    if (answer.encoding !== "identity") headers.set("Content-Encoding", answer.encoding);
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers });
  };
}

function health(backend: Backend): object {
  if (backend.kind === "partner-center") return { status: "ok", data: "partner-center" };
  return { status: "ok", data: "embedded", ...backend.report };
}

function fail(context: Context, status: 404 | 405 | 500, description: string): Response {
  const headers = { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" };
  return context.body(errorBody(status, description), status, {
    ...headers,
    ...requestIds(context.req.raw.headers),
  });
}
