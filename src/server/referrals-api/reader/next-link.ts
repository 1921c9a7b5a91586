import { API_PATH } from "#config/sign-in.ts";

/** A next link that leads elsewhere; the message says where to. */
export class ForeignLinkError extends Error {
  override name = "ForeignLinkError";
}

/**
 * Where a next link leads: always on the configured origin, whatever its scheme says, since Microsoft's own sample
 * writes `http`. `given` has the path of the link, `usual` the documented one, where that path is another.
 * @throws ForeignLinkError for another host or port, other schemes than http and https, and what is no address.
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
