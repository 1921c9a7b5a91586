import { ReadableStream as WebStream } from "node:stream/web";
import { TOO_LARGE_CODE } from "#partner-center/errors.ts";
import { errorBody } from "./error-body.ts";
import { fail, jsonReply } from "./reply.ts";

/** Headers of Partner Center that are passed to the browser. */
const RESPONSE_HEADERS = [
  "Content-Type",
  "Date",
  "WWW-Authenticate",
  "Retry-After",
  "MS-RequestId",
  "MS-CorrelationId",
];

type PassOn = {
  ids: Readonly<Record<string, string>>;
  maxBytes: number;
  /** Called once at the end. */
  done: () => void;
  /** Called with the reason on failure, but not when the caller aborts. */
  failed: (reason: unknown) => void;
};

/** A response above the size limit. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
}

/** The response for the browser: allowed headers only, no redirects, at most `maxBytes`. */
export async function passOn(response: Response, parts: PassOn): Promise<Response> {
  const { ids, done } = parts;
  const refusal = refusalOf(response, parts);
  if (refusal !== null) {
    done();
    await response.body?.cancel();
    return refusal;
  }
  const headers = new Headers({ ...ids, "Cache-Control": "no-store" });
  for (const name of RESPONSE_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (response.body === null) done();
  const body = response.body && (WebStream.from(bounded(response.body, parts)) as ReadableStream);
  return new Response(body, { status: response.status, headers });
}

function refusalOf(response: Response, { ids, maxBytes }: PassOn): Response | null {
  if (response.status >= 300 && response.status < 400) {
    return fail(502, "Partner Center returned a redirect, which is not followed.", ids);
  }
  const isTooLarge = Number(response.headers.get("Content-Length") ?? 0) > maxBytes;
  return isTooLarge ? tooLargeResponse(ids) : null;
}

/** Its code tells the browser not to retry. */
export function tooLargeResponse(ids: Readonly<Record<string, string>>): Response {
  const description = "The response from Partner Center is too large. Request fewer rows at once.";
  return jsonReply(502, errorBody(TOO_LARGE_CODE, description), ids);
}

/** Fails after `maxBytes`: the browser gets an error instead of half a response that looks complete. */
async function* bounded(
  body: AsyncIterable<Uint8Array>,
  { maxBytes, done, failed }: PassOn,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new TooLargeError("The response is too large.");
      yield chunk;
    }
  } catch (error) {
    failed(error);
    throw error;
  } finally {
    done();
  }
}
