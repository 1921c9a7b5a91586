/** What is being looked at: path and query of an address, without its fragment. */
export function viewOf({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  return pathname + search;
}

/**
 * The path and query in a text that came back from elsewhere; null for whatever leads off this origin
 * (`https://…`, `//host`, `/\host`, `/.//host`) or is no path at all.
 */
export function ownView(text: string | undefined, origin: string): string | null {
  if (!text?.startsWith("/") || !URL.canParse(text, origin)) return null;
  const url = new URL(text, origin);
  // A path that itself begins with two slashes would name a host when it is resolved once more.
  return url.origin === origin && !url.pathname.startsWith("//") ? viewOf(url) : null;
}

/** The view for a tab of its own: with the head that a frame goes without, and not in a portal's hands. */
export function tabViewOf({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  const parts = search.replace(/^\?/, "").split("&");
  const kept = parts.filter((part) => part !== "" && !/^(chrome|host)=/.test(part));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}
