import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { placeOf, type TargetPlace } from "./base-path.ts";
import { noteCaller, type ReadCaller } from "./caller.ts";
import { checkRequest, type RequestFault } from "./check-request.ts";
import { errorBody } from "./error-body.ts";
import { type Finished, logResponse } from "./log.ts";
import { type Policy, STRICT_TRANSPORT, securityHeaders } from "./security-headers.ts";

export type ListenerParts = {
  app: RequestListener;
  /** Where the server stands in its site: "" for its root, else like "/referrals". */
  basePath: string;
  readCaller: ReadCaller;
  /** The stand-in for Entra ID, and its path in the site. */
  standIn: { path: string; handler: RequestListener } | null;
  policy: Policy;
  log: Logger;
  /** Respond only to names of this machine. */
  localOnly: boolean;
  tls: boolean;
  /** Called for each request once its response has ended. */
  finished?: (request: Finished) => void;
  /** False once the server accepts no new connections: responses then close kept-alive ones. */
  isAccepting: () => boolean;
};

type Kind = "endpoint" | "sign-in" | "other";

/** The entry point of every request: check of the head, log, security headers; then app or stand-in. */
export function createListener(parts: ListenerParts): RequestListener {
  const policies = securityHeaders(parts.policy);
  return (request, response) => {
    const { url: target = "", headers } = request;
    const place = placeOf(target, parts.basePath);
    const kind = kindOf(place, target, parts.standIn?.path ?? null);
    logResponse(parts.log, kind, request, response, parts.finished);
    setAll(response, connectionHeaders(parts, headers["x-forwarded-proto"]));
    const fault = faultOf(request, parts, place);
    // The stand-in sets its own security headers, like Entra ID.
    if (kind === "sign-in" && parts.standIn && !fault) return parts.standIn.handler(request, response);
    setAll(response, kind === "other" && !fault ? policies.page : policies.data);
    if (fault) return refuseRequest(response, fault);
    if (place.kind === "folder") return redirect(response, place.location);
    if (place.kind === "inside") request.url = place.target;
    return parts.app(request, response);
  };
}

/** What is wrong with a request; otherwise its caller is noted. */
function faultOf(
  request: IncomingMessage,
  { localOnly, basePath, readCaller }: ListenerParts,
  { kind }: TargetPlace,
): RequestFault | null {
  const { method = "", url: target = "" } = request;
  const caller = readCaller(request);
  if ("status" in caller) return caller;
  noteCaller(request, caller);
  const fault = checkRequest({ method, target, hosts: caller.hosts }, localOnly);
  if (fault || kind !== "outside") return fault;
  const where = `Not found. The dashboard is at ${basePath}/ (BASE_PATH); a proxy in front passes whole paths on.`;
  return { status: 404, description: where };
}

/** X-Forwarded-Proto is trusted for HSTS only: browsers ignore that header over plain http. */
function connectionHeaders(parts: ListenerParts, forwardedProtocol: unknown): Record<string, string> {
  const secure = parts.tls || forwardedProtocol === "https";
  return {
    ...(secure ? { "Strict-Transport-Security": STRICT_TRANSPORT } : {}),
    ...(parts.isAccepting() ? {} : { Connection: "close" }),
  };
}

function kindOf(place: TargetPlace, whole: string, standIn: string | null): Kind {
  const target = place.kind === "inside" ? place.target : "";
  if (target.startsWith("/partner/") || target === ENDPOINT) return "endpoint";
  return standIn !== null && whole.startsWith(`${standIn}/`) ? "sign-in" : "other";
}

function setAll(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { Location: location });
  response.end();
}

function refuseRequest(response: ServerResponse, { status, description }: RequestFault): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", Connection: "close" });
  response.end(errorBody(status, description));
}
