/**
 * Where the page's folder stands in its site, without a slash at its end: "" at the root, "/referrals" below it. One
 * build serves any place, so the page learns it from its scripts, which are in the folder's `assets`.
 */
export const BASE_PATH = basePathOf(import.meta.url);

export function basePathOf(script: string): string {
  const { protocol, pathname } = new URL(script);
  // The server draws the page at its own folder, with scripts that are files.
  if (protocol === "file:") return globalThis.location?.pathname.replace(/\/$/, "") ?? "";
  return /^(.*)\/assets\/[^/]+$/.exec(pathname)?.[1] ?? "";
}

/** The path in the site of one of the dashboard's own paths. */
export function inSite(path: string): string {
  return BASE_PATH + path;
}

/** Under which name the browser stores something: it keeps one store for all pages of a site. */
export function storedName(name: string): string {
  return BASE_PATH === "" ? name : `${BASE_PATH}/${name}`;
}
