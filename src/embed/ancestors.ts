/**
 * Whether an origin may frame the page: matches `sources` like the policy's `frame-ancestors`
 * (https://www.w3.org/TR/CSP3/#match-url-to-source-expression). `self` is the page's own origin. The opaque origin
 * `null` of a sandboxed page never matches.
 */
export function isAncestor(origin: string, sources: readonly string[], self: string): boolean {
  const site = siteOf(origin);
  if (site === null) return false;
  return sources.some((source) => (source === "'self'" ? origin === self : matches(site, source)));
}

type Site = { scheme: string; host: string; port: string };

const SOURCE = /^(https?):\/\/(\*\.)?([a-z0-9.-]+)(?::(\d{1,5}))?$/;

function matches(site: Site, source: string): boolean {
  const [, scheme = "", anyBelow, host = "", port = portOf(scheme)] = SOURCE.exec(source.toLowerCase()) ?? [];
  if (host === "" || site.scheme !== scheme || site.port !== port) return false;
  return anyBelow ? site.host.endsWith(`.${host}`) : site.host === host;
}

/** Null for anything but a web origin. */
function siteOf(origin: string): Site | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.origin !== origin) return null;
  const scheme = url.protocol.slice(0, -1);
  return { scheme, host: url.hostname, port: url.port || portOf(scheme) };
}

function portOf(scheme: string): string {
  return scheme === "https" ? "443" : "80";
}
