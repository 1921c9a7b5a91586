import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";
import type { TrustProxy } from "#config/operation-settings.ts";
import { rawValues } from "./raw-headers.ts";

/** Who called, and by which address: as the proxies in front say, where they are trusted. */
export type Caller = {
  /** An IP address. */
  address: string;
  /** Host names with port, as in `Host`; more than one in a malformed request. */
  hosts: readonly string[];
  scheme: "http" | "https";
};
export type CallerFault = { status: 400; description: string };

/** Reads the caller of a request. */
export type ReadCaller = (request: IncomingMessage) => Caller | CallerFault;

const callers = new WeakMap<IncomingMessage, Caller>();

/** Null for `trust` is a server that callers reach directly: what they say of themselves is not looked at. */
export function callerReader(trust: TrustProxy | null): ReadCaller {
  if (trust === null) return directCaller;
  const trusts =
    typeof trust === "number"
      ? (_address: string, hop: number) => hop < trust
      : proxyAddr.compile([...trust]);
  return (request) => {
    const direct = directCaller(request);
    if (!trusts(direct.address, 0)) return direct;
    const address = withoutPort(proxyAddr(request, trusts));
    if (isIP(address) === 0) return fault("X-Forwarded-For", "IP addresses");
    const scheme = firstOf(request, "x-forwarded-proto") ?? direct.scheme;
    if (scheme !== "http" && scheme !== "https") return fault("X-Forwarded-Proto", "http or https");
    const host = firstOf(request, "x-forwarded-host");
    return { address, scheme, hosts: host === null ? direct.hosts : [host] };
  };
}

/** Keeps the caller for those who respond. */
export function noteCaller(request: IncomingMessage, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request; the other end of its connection where nobody noted one. */
export function callerOf(request: IncomingMessage): Caller {
  return callers.get(request) ?? directCaller(request);
}

/** The origin in the caller's address bar. */
export function originOf(request: IncomingMessage): string {
  const { scheme, hosts } = callerOf(request);
  return `${scheme}://${hosts[0] ?? ""}`;
}

function directCaller(request: IncomingMessage): Caller {
  return {
    address: request.socket.remoteAddress ?? "",
    hosts: rawValues(request.rawHeaders, "host"),
    scheme: "encrypted" in request.socket ? "https" : "http",
  };
}

/** Each proxy appends; the first is what the browser used. */
function firstOf({ headers }: IncomingMessage, name: string): string | null {
  const text = headers[name];
  return typeof text === "string" ? (text.split(",")[0] ?? "").trim() : null;
}

/** Some gateways add the port to addresses. */
function withoutPort(address: string): string {
  return /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? address;
}

function fault(header: string, what: string): CallerFault {
  return {
    status: 400,
    description: `The header ${header} of the proxy is malformed: it must hold ${what}.`,
  };
}
