import { isLoopback } from "#config/loopback.ts";

/** `hosts` are the values of all Host headers as received. */
export type RequestHead = { method: string; target: string; hosts: readonly string[] };
export type RequestFault = { status: 400 | 404 | 405 | 421; description: string };

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
/** Paths that programs interpret differently: empty and dot segments, encoded or wrong slashes. */
const TRICKS = /\/\/|\\|%2f|%5c|%00|(^|\/)(\.|%2e){1,2}(\/|$)/i;
const ORIGIN_FORM = /^\/[!-~]*$/;

/** What is wrong with the head of a request; null for a valid one. */
export function checkRequest(head: RequestHead, localOnly: boolean): RequestFault | null {
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
