import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { Logger } from "pino";
import type { AppConfig } from "#config/app-config.ts";
import { READING_PATH } from "#config/reading-status.ts";
import { EXTRAS_ENDPOINT, SOURCE_PATH, type SourceFacts, withoutTexts } from "#config/source-facts.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import type { Admitted, Authorize } from "./authorize/authorize.ts";
import { refuseCall } from "./authorize/refusal.ts";
import type { User } from "./authorize/user.ts";
import { readBearer, type TokenRules } from "./authorize/verify-token.ts";
import type { LiveData, ReadState } from "./embedded/live-data.ts";
import type { AnalyticsService, ServiceRequest } from "./embedded/service.ts";
import type { FaultSwitch } from "./fault-injection/fault-switch.ts";
import { injectFaults } from "./fault-injection/inject-faults.ts";
import { faultRoutes } from "./fault-injection/routes.ts";
import { callerOf, clientNetwork, originOf, rawValues } from "./gateway/caller.ts";
import { createForward } from "./gateway/forward.ts";
import { noteInLog } from "./gateway/log.ts";
import type { RateLimit } from "./gateway/rate-limit.ts";
import { fail, throttled } from "./gateway/reply.ts";
import { requestIds } from "./gateway/request-ids.ts";
import type { Readings } from "./referrals-api/persons/readings.ts";
import type { Services } from "./referrals-api/persons/snapshot.ts";
import { OverloadError } from "./store/overload.ts";

/**
 * The source of responses: the embedded service, whose health includes what it loaded; data read from the Referrals API
 * per person; or Partner Center.
 */
export type Backend =
  | { kind: "embedded"; data: LiveData }
  | { kind: "referrals-api"; readings: Readings }
  | { kind: "partner-center"; origin: string };

export type OpenBackend = {
  backend: Backend;
  /** What the browser may currently know about the data. */
  data: () => AppConfig["data"];
  /** Opens parts that depend on the sign-in; `faults` are injected into responses. */
  connect?: (rules: TokenRules | null, faults: FaultSwitch | null) => Promise<void>;
  close: () => Promise<void>;
};

export type AppParts = {
  backend: Backend;
  /** The browser's settings for a page at this origin. */
  config: (origin: string) => AppConfig;
  authorize: Authorize;
  rateLimit: RateLimit;
  /** Fault injection for tests and trials on this machine; null where data or accounts are real. */
  faults: FaultSwitch | null;
  log: Logger;
  /** False once the server was told to stop. */
  isReady: () => boolean;
};

type Env = { Bindings: Partial<HttpBindings> };
type Call = Context<Env>;

/** The HTTP interface without static files: endpoint, settings, health. */
export function createApp(parts: AppParts): Hono<Env> {
  const app = new Hono<Env>();
  if (parts.faults) app.route("/", faultRoutes(parts.faults));
  const respond = responder(parts);
  app.all(ENDPOINT, (call) => respondToUser(call, parts, ["GET"], respond.endpoint));
  const { extras, reading, source } = respond;
  if (source) app.all(SOURCE_PATH, (call) => respondToUser(call, parts, ["GET"], source));
  if (extras) app.all(EXTRAS_ENDPOINT, (call) => respondToUser(call, parts, ["GET"], extras));
  if (reading) app.all(READING_PATH, (call) => respondToUser(call, parts, READING_METHODS, reading));
  app.all("/partner/*", (call) => fail(404, `Not found. The only endpoint is ${ENDPOINT}.`, idsOf(call)));
  app.get("/config.json", (call) =>
    call.json(parts.config(originOfCall(call)), 200, { "Cache-Control": "no-cache" }),
  );
  app.get("/healthz", (call) => call.json(health(parts.backend), 200, { "Cache-Control": "no-store" }));
  app.get("/readyz", (call) => readiness(call, parts));
  app.onError((error, call) => {
    console.error(`Unexpected: ${error.name}`);
    const description = "The dashboard's server failed. Try again; details are in its log.";
    return fail(500, description, idsOf(call));
  });
  return app;
}

/** Responds to an authorised call. */
type Respond = (call: Call, admitted: Admitted) => Promise<Response>;

/** Handlers by route; all but the endpoint are absent where the backend has none. */
type Responders = { endpoint: Respond; extras?: Respond; reading?: Respond; source?: Respond };

function responder({ backend, faults, log }: AppParts): Responders {
  if (backend.kind === "referrals-api") return readingResponders(backend.readings);
  if (backend.kind === "embedded") {
    const { data } = backend;
    const query = (which: "service" | "extras", call: Call, user: User, isPlain = false) =>
      data.use((loaded) =>
        respondToQuery(call, loaded[which], { user, spellings: loaded.spellings }, isPlain),
      );
    return {
      endpoint: (call, { user }) => {
        const respond = (isPlain: boolean) => query("service", call, user, isPlain);
        return faults ? injectFaults(faults, call.req.raw, respond) : respond(false);
      },
      extras: (call, { user }) => query("extras", call, user),
      ...(data.now().source && { source: async (call, { user }) => respondWithSource(call, data, user) }),
    };
  }
  const forward = createForward({ origin: backend.origin, path: ENDPOINT, log });
  return {
    endpoint: async (call, { accepted }) => {
      const response = await forward(call.req.raw, (cause) => noteInLog(call.env?.incoming, { cause }));
      if (response.ok) accepted?.();
      noteUpstream(call, response);
      return response;
    },
  };
}

/** Why Partner Center gave no data; where it could not be reached, that is noted already. */
function noteUpstream({ env }: Call, { status }: Response): void {
  if (status === 429) noteInLog(env?.incoming, { cause: "throttled" });
  else if (status === 401 || status === 403) noteInLog(env?.incoming, { cause: "refused" });
  else if (status >= 500) noteInLog(env?.incoming, { cause: "upstream-failed" });
}

/** Ids and texts of single referrals are only for users who may see all. */
function respondWithSource(call: Call, data: LiveData, { markets }: User): Response {
  const { source } = data.now();
  if (source === null) throw new Error("Data from files were followed by others.");
  const { facts } = source;
  const seen = markets === null ? facts : withoutRows(facts);
  const headers = { ...idsOf(call), "Cache-Control": "no-store", Vary: "Authorization" };
  return call.json({ ...source, ...(!source.isTable && { read: data.state() }), facts: seen }, 200, headers);
}

function withoutRows(facts: SourceFacts): SourceFacts {
  const tables = facts.tables.map((table) => ({ ...table, notes: withoutTexts(table.notes) }));
  return { ...facts, tables, contradictions: { ...facts.contradictions, listed: [] } };
}

function readingResponders(readings: Readings): Omit<Required<Responders>, "source"> {
  const ask =
    (which: "service" | "extras"): Respond =>
    async (call, { user }) => {
      const task = (services: Services) => respondToQuery(call, services[which]);
      const response = await readings.use(user, tokenOf(call), idsOf(call), task);
      noteUpstream(call, response);
      return response;
    };
  return {
    endpoint: ask("service"),
    extras: ask("extras"),
    reading: (call, { user }) => readings.respond(call.req.method, user, tokenOf(call), idsOf(call)),
  };
}

const READING_METHODS = ["GET", "POST", "DELETE"];

async function respondToUser(
  call: Call,
  { authorize, rateLimit }: AppParts,
  methods: readonly string[],
  respond: Respond,
): Promise<Response> {
  const ids = idsOf(call);
  if (!methods.includes(call.req.method)) {
    const allowed = methods.join(", ");
    return fail(405, `Method not allowed. Use ${allowed}.`, { ...ids, Allow: allowed });
  }
  const admitted = await authorize(authorization(call));
  const person = "refusal" in admitted ? null : admitted.person;
  if (person !== null) noteInLog(call.env?.incoming, { caller: person });
  const wait = await rateLimit(person === null ? `from ${networkOf(call)}` : `of ${person}`);
  if (wait !== null) return throttled(wait, ids);
  if ("refusal" in admitted) return refuseCall(admitted.refusal, ids);
  return respond(call, admitted);
}

/** Rate-limit key of unauthenticated calls. */
function networkOf({ env }: Call): string {
  return clientNetwork(env?.incoming ? callerOf(env.incoming).address : "");
}

function originOfCall({ env, req }: Call): string {
  return env?.incoming ? originOf(env.incoming) : new URL(req.url).origin;
}

/** `isPlain`: as Partner Center would, whatever else the caller accepts. */
async function respondToQuery(
  call: Call,
  service: AnalyticsService,
  access?: ServiceRequest["access"],
  isPlain = false,
): Promise<Response> {
  const ids = idsOf(call);
  const { signal } = call.req.raw;
  const responded = service.respond({
    search: new URL(call.req.url).search,
    accept: isPlain ? undefined : call.req.header("Accept"),
    acceptEncoding: call.req.header("Accept-Encoding"),
    signal,
    ...(access && { access }),
  });
  const response = await responded.catch((error: unknown) => unanswered(call, error, ids));
  if (response instanceof Response) return response;
  const headers = new Headers({
    ...ids,
    "Content-Type": response.type,
    "Cache-Control": "no-store",
    Vary: "Accept, Accept-Encoding, Authorization",
    "Content-Length": String(response.body.byteLength),
  });
  if (response.encoding !== "identity") headers.set("Content-Encoding", response.encoding);
  // Not copied: copying a megabyte would take longer than the rest of a cached response.
  return new Response(response.body as Uint8Array<ArrayBuffer>, { status: response.status, headers });
}

/** The response to a query that was given up. */
function unanswered(call: Call, error: unknown, ids: ReturnType<typeof requestIds>): Response {
  // The client has disconnected.
  if (call.req.raw.signal.aborted) return new Response(null, { status: 499 });
  if (!(error instanceof OverloadError)) throw error;
  noteInLog(call.env?.incoming, { cause: error.reason });
  return fail(503, `${error.message} Try again later.`, { ...ids, "Retry-After": "5" });
}

function authorization(call: Call): readonly string[] {
  const raw = call.env?.incoming?.rawHeaders;
  if (raw) return rawValues(raw, "authorization");
  const header = call.req.header("Authorization");
  return header === undefined ? [] : [header];
}

function tokenOf(call: Call): string {
  const bearer = readBearer(authorization(call));
  return bearer.ok ? bearer.token : "";
}

function idsOf(call: Call): ReturnType<typeof requestIds> {
  return requestIds(call.req.raw.headers);
}

function health(backend: Backend): object {
  if (backend.kind !== "embedded") return { status: "ok", data: backend.kind };
  return { status: "ok", data: "embedded", ...backend.data.now().health };
}

function readiness(call: Call, { isReady, backend }: AppParts): Response {
  const data = backend.kind === "embedded" ? backend.data : null;
  const queue = data?.now().queue();
  const isBusy = queue !== undefined && queue.waiting >= queue.most;
  const status = !isReady() ? "stopping" : isBusy ? "busy" : "ready";
  const state = data?.state();
  const body = { status, ...(state && { data: ageOf(state) }) };
  return call.json(body, status === "ready" ? 200 : 503, { "Cache-Control": "no-store" });
}

function ageOf({ at, failedAt }: ReadState): object {
  return {
    at: new Date(at).toISOString(),
    ageSeconds: Math.round((Date.now() - at) / 1000),
    ...(failedAt !== null && { failedAt: new Date(failedAt).toISOString() }),
  };
}
