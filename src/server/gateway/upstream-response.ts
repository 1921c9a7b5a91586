import { fail } from "./reply.ts";

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
};

/** The answer for the browser: allowed headers only, no redirect, no more than `maxBytes`. */
export async function passOn(response: Response, { ids, maxBytes, done }: PassOn): Promise<Response> {
  const fault = refusalOf(response, maxBytes);
  if (fault !== null) {
    done();
    await response.body?.cancel();
    return fail(502, fault, ids);
  }
  const headers = new Headers({ ...ids, "Cache-Control": "no-store" });
  for (const name of RESPONSE_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (response.body === null) done();
  const body = response.body?.pipeThrough(bounded(maxBytes, done)) ?? null;
  return new Response(body, { status: response.status, headers });
}

function refusalOf(response: Response, maxBytes: number): string | null {
  if (response.status >= 300 && response.status < 400) {
    return "Partner Center returned a redirect, which is not followed.";
  }
  const tooLarge = Number(response.headers.get("Content-Length") ?? 0) > maxBytes;
  return tooLarge ? "The response from Partner Center is too large. Request fewer rows at once." : null;
}

/** Breaks off behind `maxBytes`: the browser then sees a failed answer, never half of one that looks whole. */
function bounded(maxBytes: number, done: () => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) controller.error(new Error("The response is too large."));
      else controller.enqueue(chunk);
    },
    flush: done,
  });
}
