import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";
import type { TrustProxy } from "#config/operation-settings.ts";

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
    const said = [inManyHeaders(request), inOneHeader(request)].filter((word) => word !== null);
    const [caller = direct, other = caller] = said.map((word) => callerBy(word, direct, trusts));
    if ("status" in caller) return caller;
    if ("status" in other) return other;
    // A proxy that writes one of the two may pass on the other as the caller sent it.
    return caller.address === other.address ? caller : fault("Forwarded", "the caller of X-Forwarded-For");
  };
}

/** What proxies say: who called each, the nearest proxy first; and what that one in this list knows besides. */
type Word = {
  header: string;
  addresses: readonly string[];
  besides: (place: number) => { scheme: string | null; host: string | null };
};

function callerBy(
  { header, addresses, besides }: Word,
  direct: Caller,
  trusts: (address: string, hop: number) => boolean,
): Caller | CallerFault {
  const chain = [direct.address, ...addresses];
  const stranger = chain.findIndex((one, hop) => !trusts(one, hop));
  const place = stranger === -1 ? chain.length - 1 : stranger;
  const address = chain[place] ?? "";
  if (isIP(address) === 0) return fault(`${header}For`, "IP addresses");
  const { scheme, host } = besides(place - 1);
  const known = scheme ?? direct.scheme;
  if (known !== "http" && known !== "https") return fault(`${header}Proto`, "http or https");
  return { address, scheme: known, hosts: host === null ? direct.hosts : [host] };
}

/** Null without any of `X-Forwarded-For`, `-Proto`, `-Host`. */
function inManyHeaders(request: IncomingMessage): Word | null {
  const [callers, scheme, host] = ["for", "proto", "host"].map(
    (name) => request.headers[`x-forwarded-${name}`],
  );
  if (callers === undefined && scheme === undefined && host === undefined) return null;
  const addresses = callers ? String(callers).split(",").toReversed() : [];
  const besides = { scheme: firstOf(scheme), host: firstOf(host) };
  return { header: "X-Forwarded-", addresses: addresses.map(withoutPort), besides: () => besides };
}

/** Null without `Forwarded` (RFC 7239). */
function inOneHeader({ headers }: IncomingMessage): Word | null {
  if (headers.forwarded === undefined) return null;
  const hops = readForwarded(headers.forwarded).toReversed();
  return {
    header: "Forwarded: ",
    addresses: hops.map((hop) => withoutPort(hop.for ?? "")),
    besides: (place) => ({
      scheme: hops[place]?.proto?.toLowerCase() ?? null,
      host: hops[place]?.host ?? null,
    }),
  };
}

/** A name with a value, which may be quoted, and what ends them. */
const PAIR = /\s*([\w!#$%&'*+.^`|~-]+)=([\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*")\s*(;|,|$)/gy;

/** What each proxy said, in their order. An unreadable header is one whose callers are unknown. */
function readForwarded(text: string): Record<string, string>[] {
  const hops: Record<string, string>[] = [];
  let [hop, read]: [Record<string, string>, number] = [{}, 0];
  for (const [pair, name = "", value = "", end] of text.matchAll(PAIR)) {
    hop[name.toLowerCase()] = value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, "$1") : value;
    read += pair.length;
    if (end === ";") continue;
    hops.push(hop);
    hop = {};
  }
  return read === text.length ? hops : [{}];
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
function firstOf(text: string | readonly string[] | undefined): string | null {
  return typeof text === "string" ? (text.split(",")[0] ?? "").trim() : null;
}

/** Some proxies add the port to addresses, and brackets to those of IPv6. */
function withoutPort(text: string): string {
  const address = text.trim();
  return /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? address;
}

function fault(header: string, what: string): CallerFault {
  return {
    status: 400,
    description: `The header ${header} of the proxy is malformed: it must hold ${what}.`,
  };
}

/** All values of a header (lower case name) as received: Node joins or drops repeated ones elsewhere. */
export function rawValues(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}

/**
 * The network of a caller, as rate-limit key: the IPv4 address in either spelling, or the first 64 bits of an IPv6
 * address, all of which a single machine may use (RFC 7421).
 */
export function clientNetwork(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - last.length) }, () => "0");
  return [...groups, ...zeros, ...last].slice(0, 4).join(":");
}
