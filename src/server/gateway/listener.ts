import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { isLoopback } from "#config/loopback.ts";
import { ENDPOINT } from "#partner-center/endpoint.ts";
import { noteCaller, type ReadCaller } from "./caller.ts";
import { type Finished, logResponse } from "./log.ts";
import { errorBody } from "./reply.ts";
import { type Policy, STRICT_TRANSPORT, securityHeaders } from "./security-headers.ts";

/** `hosts` are the values of all Host headers as received. */
type RequestHead = { method: string; target: string; hosts: readonly string[] };
type RequestFault = { status: 400 | 404 | 405 | 421; description: string };

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
/** Paths that programs interpret differently: empty and dot segments, encoded or wrong slashes. */
const TRICKS = /\/\/|\\|%2f|%5c|%00|(^|\/)(\.|%2e){1,2}(\/|$)/i;
const ORIGIN_FORM = /^\/[!-~]*$/;

/** What is wrong with the head of a request; null for a valid one. */
function checkRequest(head: RequestHead, localOnly: boolean): RequestFault | null {
  if (!METHODS.includes(head.method)) return { status: 405, description: "Method not allowed." };
  const path = head.target.split("?", 1)[0] ?? "";
  if (!ORIGIN_FORM.test(head.target) || head.target.includes("#") || TRICKS.test(path)) {
    return { status: 400, description: "The request path is not normalised." };
  }
  const [host = "", ...more] = head.hosts;
  if (more.length > 0) return { status: 400, description: "The request has more than one Host header." };
  // DNS rebinding: a foreign name that resolves to this machine would let a foreign page read local data.
  return localOnly && !isLocalName(hostName(host))
    ? { status: 421, description: "This server only responds to requests addressed to this machine." }
    : null;
}

function hostName(host: string): string {
  const origin = `http://${host}`;
  if (!/^[\w.[\]:-]+$/.test(host) || !URL.canParse(origin)) return "";
  return new URL(origin).hostname.replace(/^\[|\]$/g, "");
}

function isLocalName(name: string): boolean {
  return isLoopback(name) || name.endsWith(".localhost");
}

/** What a request is to the server's own part of a site. */
type TargetPlace =
  | { kind: "inside"; target: string }
  /** The folder without its slash, relative to which nothing in it would be found. */
  | { kind: "folder"; location: string }
  | { kind: "outside" };

/** Who checks the server's health may ask it without the proxy. */
const ANYWHERE = ["/healthz", "/readyz"];

/** `basePath` is "" or like "/referrals"; `target` a path with its query, which is given without the base. */
function placeOf(target: string, basePath: string): TargetPlace {
  const [path = ""] = target.split("?", 1);
  if (basePath === "" || ANYWHERE.includes(path)) return { kind: "inside", target };
  if (path === basePath) return { kind: "folder", location: `${basePath}/${target.slice(path.length)}` };
  return path.startsWith(`${basePath}/`)
    ? { kind: "inside", target: target.slice(basePath.length) }
    : { kind: "outside" };
}

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
