/** Path and query of an address, without its fragment. */
export function viewOf({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  return pathname + search;
}

/**
 * Path and query of untrusted text; null when it leads to another origin (`https://…`, `//host`, `/\host`, `/.//host`)
 * or out of the page's folder, or is no path. `home` is the folder's address, without a slash at its end.
 */
export function ownView(text: string | undefined, home: string): string | null {
  if (!text?.startsWith("/") || !URL.canParse(text, home)) return null;
  const url = new URL(text, home);
  // A path that starts with two slashes would be a host when resolved again.
  const isOwn = url.href.startsWith(`${home}/`) && !url.pathname.startsWith("//");
  return isOwn ? viewOf(url) : null;
}

/** The view for a new tab: with the header, and without the key of the host. */
export function tabViewOf({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  const parts = search.replace(/^\?/, "").split("&");
  const kept = parts.filter((part) => part !== "" && !/^(chrome|host)=/.test(part));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}
