import { ReadableStream as WebStream } from "node:stream/web";
import { TOO_LARGE_CODE } from "#partner-center/errors.ts";
import { errorBody } from "./error-body.ts";
import { fail, jsonReply } from "./reply.ts";

/** Headers of Partner Center that the browser may see. */
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
  /** Called once when nothing more comes. */
  done: () => void;
  /** Called where it breaks off, with the reason; not when the caller takes no more. */
  failed: (reason: unknown) => void;
};

/** An answer that went on behind the most bytes that are passed on. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
}

/** The answer for the browser: allowed headers only, no redirect, no more than `maxBytes`. */
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

/** Its code keeps the browser from asking again. */
export function tooLargeResponse(ids: Readonly<Record<string, string>>): Response {
  const description = "The response from Partner Center is too large. Request fewer rows at once.";
  return jsonReply(502, errorBody(TOO_LARGE_CODE, description), ids);
}

/** Breaks off behind `maxBytes`: the browser then sees a failed answer, never half of one that looks whole. */
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
