import { API_PATH } from "#config/sign-in.ts";

/** A next link to another origin; the message names it. */
export class ForeignLinkError extends Error {
  override name = "ForeignLinkError";
}

/**
 * Resolves a next link on the configured origin, whatever its scheme, because Microsoft's own sample has `http`.
 * `given` keeps the link's path, `usual` has the documented path where they differ.
 * @throws ForeignLinkError for another host or port, a scheme other than http(s), or an invalid URL
 */
export function nextAddress(link: string, origin: string): { given: string; usual: string } {
  const base = new URL(origin);
  if (!URL.canParse(link, origin))
    throw new ForeignLinkError("The API's link to its next page can't be read.");
  const url = new URL(link, origin);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const isPort = url.port === base.port || url.port === "";
  if (!isWeb || url.hostname !== base.hostname || !isPort || url.username !== "" || url.password !== "") {
    throw new ForeignLinkError(
      `The API's link to its next page leads to ${url.host || url.protocol} instead of ${base.host}: it is not followed.`,
    );
  }
  return { given: `${origin}${url.pathname}${url.search}`, usual: `${origin}${API_PATH}${url.search}` };
}
