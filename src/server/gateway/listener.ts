import type { RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { checkRequest, type RequestFault } from "./check-request.ts";
import { errorBody } from "./error-body.ts";
import { logResponse } from "./log.ts";
import { rawValues } from "./raw-headers.ts";
import { type Policy, STRICT_TRANSPORT, securityHeaders } from "./security-headers.ts";

export type ListenerParts = {
  app: RequestListener;
  /** The stand-in for Entra ID, and its path. */
  standIn: { path: string; handler: RequestListener } | null;
  policy: Policy;
  log: Logger;
  /** Respond only to names of this machine. */
  localOnly: boolean;
  tls: boolean;
  /** False once the server accepts no new connections: responses then close kept-alive ones. */
  isAccepting: () => boolean;
};

type Kind = "endpoint" | "sign-in" | "other";

/** The entry point of every request: check of the head, log, security headers; then app or stand-in. */
export function createListener(parts: ListenerParts): RequestListener {
  const policies = securityHeaders(parts.policy);
  return (request, response) => {
    const { method = "", url: target = "", headers } = request;
    const kind = kindOf(target, parts.standIn?.path ?? null);
    logResponse(parts.log, kind, request, response);
    setAll(response, connectionHeaders(parts, headers["x-forwarded-proto"]));
    const hosts = rawValues(request.rawHeaders, "host");
    const fault = checkRequest({ method, target, hosts }, parts.localOnly);
    // The stand-in sets its own security headers, like Entra ID.
    if (kind === "sign-in" && parts.standIn && !fault) return parts.standIn.handler(request, response);
    setAll(response, kind === "other" && !fault ? policies.page : policies.data);
    return fault ? refuseRequest(response, fault) : parts.app(request, response);
  };
}

/** X-Forwarded-Proto is trusted for HSTS only: browsers ignore that header over plain http. */
function connectionHeaders(parts: ListenerParts, forwardedProtocol: unknown): Record<string, string> {
  const secure = parts.tls || forwardedProtocol === "https";
  return {
    ...(secure ? { "Strict-Transport-Security": STRICT_TRANSPORT } : {}),
    ...(parts.isAccepting() ? {} : { Connection: "close" }),
  };
}

function kindOf(target: string, standIn: string | null): Kind {
  if (target.startsWith("/partner/") || target === ENDPOINT) return "endpoint";
  return standIn !== null && target.startsWith(`${standIn}/`) ? "sign-in" : "other";
}

function setAll(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function refuseRequest(response: ServerResponse, { status, description }: RequestFault): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", Connection: "close" });
  response.end(errorBody(status, description));
}
