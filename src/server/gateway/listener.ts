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
  /** The stand-in for Entra ID, and the path that it answers under. */
  standIn: { path: string; handler: RequestListener } | null;
  policy: Policy;
  log: Logger;
  /** Answer under names of this machine only. */
  localOnly: boolean;
  tls: boolean;
  /** False once the server takes no new connection: then none is kept for a next call. */
  isAccepting: () => boolean;
};

type Kind = "endpoint" | "sign-in" | "other";

/** What every request goes through: the look at its head, the log, the policies; then the app or the stand-in. */
export function createListener(parts: ListenerParts): RequestListener {
  const policies = securityHeaders(parts.policy);
  return (request, response) => {
    const { method = "", url: target = "", headers } = request;
    const kind = kindOf(target, parts.standIn?.path ?? null);
    logResponse(parts.log, kind, request, response);
    setAll(response, connectionHeaders(parts, headers["x-forwarded-proto"]));
    const hosts = rawValues(request.rawHeaders, "host");
    const fault = checkRequest({ method, target, hosts }, parts.localOnly);
    // The stand-in has policies of its own, as Entra ID has.
    if (kind === "sign-in" && parts.standIn && !fault) return parts.standIn.handler(request, response);
    setAll(response, kind === "other" && !fault ? policies.page : policies.data);
    return fault ? refuseRequest(response, fault) : parts.app(request, response);
  };
}

/** A proxy's word that it speaks TLS is taken for this alone: browsers ignore the header over plain http. */
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
