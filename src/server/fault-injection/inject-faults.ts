import { setTimeout as wait } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { requestIds } from "../gateway/request-ids.ts";
import {
  cutBuckets,
  type EnvelopeName,
  type FaultyPage,
  loopLink,
  readPage,
  rewriteRows,
  writePage,
} from "./envelope.ts";
import type { PlainFault } from "./fault.ts";
import { faultResponseOf } from "./fault-response.ts";
import type { FaultSwitch } from "./fault-switch.ts";

/** Time in ms to flush the first half of a dropped response. */
const HALF_SENT_MS = 20;

const GROUPED = /[?&]groupby=/i;

/**
 * Responds with the active faults applied: `response` produces the service's response, as rows where it is changed, and
 * is only called if no fault replaces it. Only successful responses are modified.
 */
export async function injectFaults(
  faults: FaultSwitch,
  request: Request,
  response: (isChanged: boolean) => Promise<Response>,
): Promise<Response> {
  const met = faults.take({ isGrouped: GROUPED.test(request.url) });
  if (met.length === 0) return response(false);
  await wait(
    met.reduce((ms, fault) => ms + (fault.kind === "slow" ? fault.ms : 0), 0),
    undefined,
    { ref: false },
  );
  const instead = met.map((fault) => faultResponseOf(fault, Date.now())).find((one) => one !== null);
  if (instead) {
    const headers = { ...requestIds(request.headers), "Cache-Control": "no-store", ...instead.headers };
    return new Response(instead.body, { status: instead.status, headers });
  }
  const withoutFaults = await response(true);
  return withoutFaults.status === 200 ? rewritten(withoutFaults, new URL(request.url), met) : withoutFaults;
}

async function rewritten(response: Response, url: URL, met: readonly PlainFault[]): Promise<Response> {
  const page = met.reduce(changed, readPage(await unpacked(response), url));
  const variants = met.flatMap((fault): EnvelopeName[] => (fault.kind === "envelope" ? [fault.variant] : []));
  const body = Buffer.from(writePage(page, variants));
  const half = body.subarray(0, Math.floor(body.byteLength / 2));
  const isCut = met.some(({ kind }) => kind === "malformed");
  const isDropped = met.some(({ kind }) => kind === "drop");
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding");
  headers.set("Content-Length", String((isCut ? half : body).byteLength));
  return new Response(isDropped ? brokenOff(half) : new Uint8Array(isCut ? half : body), { headers });
}

function changed(page: FaultyPage, fault: PlainFault): FaultyPage {
  if (fault.kind === "bucket-limit") return cutBuckets(page, fault.n);
  if (fault.kind === "no-next-link") return { ...page, nextLink: null };
  if (fault.kind === "looping-next-link") return loopLink(page);
  return fault.kind === "envelope" ? rewriteRows(page, fault.variant) : page;
}

async function unpacked(response: Response): Promise<string> {
  const body = Buffer.from(await response.arrayBuffer());
  const encoding = response.headers.get("Content-Encoding");
  if (encoding === "br") return brotliDecompressSync(body).toString();
  return (encoding === "gzip" ? gunzipSync(body) : body).toString();
}

/** The first half of a body, then a lost connection. */
function brokenOff(half: Buffer): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (stream) => stream.enqueue(new Uint8Array(half)),
    pull: async (stream) => {
      await wait(HALF_SENT_MS);
      // The code of a closed connection, for which the HTTP server adds nothing to the response.
      stream.error(Object.assign(new Error("Dropped on purpose."), { code: "ERR_STREAM_PREMATURE_CLOSE" }));
    },
  });
}
