/**
 * Whether an origin is among the sites that may frame the page: `sources` as in the policy's `frame-ancestors`, read as
 * browsers read them (https://www.w3.org/TR/CSP3/#match-url-to-source-expression). `self` is the page's own origin.
 * An origin that cannot be named (`null`, of a sandboxed page) is none of them.
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

/** Null for whatever is no plain web origin. */
function siteOf(origin: string): Site | null {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.origin !== origin) return null;
  const scheme = url.protocol.slice(0, -1);
  return { scheme, host: url.hostname, port: url.port || portOf(scheme) };
}

function portOf(scheme: string): string {
  return scheme === "https" ? "443" : "80";
}
