import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Logger } from "pino";
import type { AppConfig } from "#config/app-config.ts";
import { EXTRAS_ENDPOINT } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Admitted, Gate } from "./authorize/gate.ts";
import { refuseCall } from "./authorize/refuse-call.ts";
import { restrictToUser, type Spellings } from "./authorize/restrict-to-user.ts";
import type { User } from "./authorize/user.ts";
import type { AnalyticsService } from "./embedded/service.ts";
import type { FaultSwitch } from "./fault-injection/fault-switch.ts";
import { injectFaults } from "./fault-injection/inject-faults.ts";
import { faultRoutes } from "./fault-injection/routes.ts";
import { clientNetwork } from "./gateway/client-network.ts";
import { chooseEncoding } from "./gateway/compression.ts";
import { createForward } from "./gateway/forward.ts";
import type { RateLimit } from "./gateway/rate-limit.ts";
import { rawValues } from "./gateway/raw-headers.ts";
import { fail, throttled } from "./gateway/reply.ts";
import { requestIds } from "./gateway/request-ids.ts";

/** What answers the endpoint: the embedded service, which says what it loaded as its health, or Partner Center. */
export type Backend =
  | {
      kind: "embedded";
      service: AnalyticsService;
      /** Answers with the fields beside the sixteen. */
      extras: AnalyticsService;
      spellings: Spellings;
      health: object;
    }
  | { kind: "partner-center"; origin: string };

export type AppParts = {
  backend: Backend;
  /** The browser's settings, for a page at this origin. */
  config: (origin: string) => AppConfig;
  gate: Gate;
  rateLimit: RateLimit;
  /** Faults for tests and trials on this machine; null where the data or the accounts are real. */
  faults: FaultSwitch | null;
  log: Logger;
  /** False from the moment on that the server is told to stop. */
  isReady: () => boolean;
};

type Env = { Bindings: Partial<HttpBindings> };
type Call = Context<Env>;

/** The dashboard's HTTP interface without the page's own files: the endpoint, its settings, its health. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  if (parts.faults) app.route("/", faultRoutes(parts.faults));
  const respond = responder(parts);
  app.all(ENDPOINT, (call) => answerEndpoint(call, parts, respond));
  const { backend } = parts;
  if (backend.kind === "embedded") {
    app.all(EXTRAS_ENDPOINT, (call) =>
      answerEndpoint(call, parts, (_, { user }) =>
        deriveResult(call, backend.extras, backend.spellings, user),
      ),
    );
  }
  app.all("/partner/*", (call) => fail(404, `Not found. The only endpoint is ${ENDPOINT}.`, idsOf(call)));
  app.get("/config.json", (call) =>
    call.json(parts.config(new URL(call.req.url).origin), 200, { "Cache-Control": "no-cache" }),
  );
  app.get("/healthz", (call) => call.json(health(parts.backend), 200, { "Cache-Control": "no-store" }));
  app.get("/readyz", (call) => readiness(call, parts.isReady()));
  app.onError((error, call) => {
    console.error(`Unexpected: ${error.name}`);
    const description = "The dashboard's server failed. Try again; details are in its log.";
    return fail(500, description, idsOf(call));
  });
  return app;
}

/** Answers a call that was let in. */
type Respond = (call: Call, admitted: Admitted) => Promise<Response>;

function responder({ backend, faults, log }: AppParts): Respond {
  if (backend.kind === "embedded") {
    return (call, { user }) => {
      const answer = () => deriveResult(call, backend.service, backend.spellings, user);
      return faults ? injectFaults(faults, call.req.raw, answer) : answer();
    };
  }
  const forward = createForward({ origin: backend.origin, path: ENDPOINT, log });
  return async (call, { accepted }) => {
    const answer = await forward(call.req.raw);
    if (answer.ok) accepted?.();
    return answer;
  };
}

async function answerEndpoint(
  call: Call,
  { gate, rateLimit }: AppParts,
  respond: Respond,
): Promise<Response> {
  const ids = idsOf(call);
  if (call.req.method !== "GET") return fail(405, "Method not allowed. Use GET.", { ...ids, Allow: "GET" });
  const admitted = await gate(authorization(call));
  const person = "refusal" in admitted ? null : admitted.person;
  const wait = await rateLimit(person === null ? `from ${networkOf(call)}` : `of ${person}`);
  if (wait !== null) return throttled(wait, ids);
  if ("refusal" in admitted) return refuseCall(admitted.refusal, ids);
  return respond(call, admitted);
}

/** Whom unproven calls are counted by. */
function networkOf(call: Call): string {
  return clientNetwork(call.env?.incoming?.socket.remoteAddress ?? "");
}

async function deriveResult(
  call: Call,
  service: AnalyticsService,
  spellings: Spellings,
  user: User,
): Promise<Response> {
  const accepted = call.req.header("Accept-Encoding");
  const response = await service.respond(
    new URL(call.req.url).search,
    (bytes) => chooseEncoding(accepted, bytes),
    (query) => restrictToUser(query, user, spellings),
  );
  const headers = new Headers({
    ...idsOf(call),
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    Vary: "Accept-Encoding, Authorization",
    "Content-Length": String(response.body.byteLength),
  });
  if (response.encoding !== "identity") headers.set("Content-Encoding", response.encoding);
  // Sent as it is: a copy of a megabyte would take longer than the rest of a repeated answer.
  return new Response(response.body as Uint8Array<ArrayBuffer>, { status: response.status, headers });
}

function authorization(call: Call): readonly string[] {
  const raw = call.env?.incoming?.rawHeaders;
  if (raw) return rawValues(raw, "authorization");
  const header = call.req.header("Authorization");
  return header === undefined ? [] : [header];
}

function idsOf(call: Call): ReturnType<typeof requestIds> {
  return requestIds(call.req.raw.headers);
}

function health(backend: Backend): object {
  if (backend.kind === "partner-center") return { status: "ok", data: "partner-center" };
  return { status: "ok", data: "embedded", ...backend.health };
}

function readiness(call: Call, ready: boolean): Response {
  const headers = { "Cache-Control": "no-store" };
  return ready
    ? call.json({ status: "ready" }, 200, headers)
    : call.json({ status: "stopping" }, 503, headers);
}
