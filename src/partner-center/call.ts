import { callWithToken, type TokenSource } from "./challenge.ts";
import { AnalyticsError, atCall } from "./errors.ts";
import { classifyFailure } from "./failure.ts";
import { overNetwork } from "./network.ts";
import { addressOf, endpointAddress, pathOf } from "./pages.ts";
import type { ResponseReader } from "./response.ts";
import { serverTimeOf } from "./server-time.ts";

export type ClientOptions = TokenSource & {
  /** Path on the page's own origin, or an absolute address. */
  endpoint: string;
  /** Name of the application, as Partner Center logs it. */
  application: string;
  /** Throws AnalyticsError where it knows the cause, as `overNetwork` does; the platform's own over the network by default. */
  fetch?: typeof fetch;
  /** Makes pages of the answers; where absent, that happens here. It sees no token and no header. */
  reader?: ResponseReader;
};

/** Makes something of the bytes of an answer. */
export type ContentReader<Content> = (body: ArrayBuffer) => Promise<Content>;

export type CallOptions = {
  signal?: AbortSignal | undefined;
  /** GUID of the call; the same one when the same call is tried again. Made when absent. */
  requestId?: string | undefined;
  /** GET where absent. */
  method?: "POST" | undefined;
};

/** `serverTime` is the service's clock (ms since 1970 UTC), null where it does not tell; `bytes` unpacked. */
export type ResponseFacts = { serverTime: number | null; requestId: string; bytes: number };

type Identifiers = { requestId: string; correlationId: string };

function headersOf({ application }: ClientOptions, ids: Identifiers, bearer: string | null): Headers {
  const headers = new Headers({
    Accept: "application/json",
    "MS-RequestId": ids.requestId,
    "MS-CorrelationId": ids.correlationId,
    "MS-Contract-Version": "v1",
    "MS-PartnerCenter-Application": application,
  });
  if (bearer) headers.set("Authorization", `Bearer ${bearer}`);
  return headers;
}

/** A time limit gets its own kind; a cancelled call, and a mistake of our own, stay what they are. */
function failureOf(error: unknown, signal: AbortSignal | undefined): unknown {
  const reason: unknown = signal?.aborted ? signal.reason : null;
  const isLate = reason instanceof Error && reason.name === "TimeoutError";
  return isLate ? new AnalyticsError({ kind: "timeout" }, {}, error) : error;
}

/** Body and head of an answer in the 200s. @throws AnalyticsError for every other one. */
async function receive(response: Response): Promise<{ body: ArrayBuffer; headers: Headers }> {
  const body = await response.arrayBuffer();
  if (!response.ok) throw classifyFailure(response.status, response.headers, new TextDecoder().decode(body));
  return { body, headers: response.headers };
}

/**
 * Asks the endpoint, once more only where another token helps, and gives what `read` makes of the body. Redirects are refused: they would lead to a sign-in page.
 * @throws AnalyticsError with all that is known about the call; the platform's own AbortError when it was cancelled.
 */
export async function callEndpoint<Content>(
  options: ClientOptions,
  search: string,
  read: ContentReader<Content>,
  { signal, requestId = crypto.randomUUID(), method = undefined }: CallOptions,
): Promise<ResponseFacts & { content: Content }> {
  const { endpoint, fetch: send = overNetwork(fetch) } = options;
  const address = endpointAddress(endpoint);
  const ids = { requestId, correlationId: crypto.randomUUID() };
  let status: number | null = null;
  try {
    const target = addressOf(address, search);
    const response = await callWithToken(options, async (bearer) => {
      const headers = headersOf(options, ids, bearer);
      const response = await send(target, {
        method: method ?? "GET",
        headers,
        signal: signal ?? null,
        redirect: "error",
      });
      status = response.status;
      return receive(response);
    });
    const echoed = response.headers.get("MS-RequestId") ?? requestId;
    const bytes = response.body.byteLength;
    const content = await read(response.body);
    signal?.throwIfAborted();
    return { serverTime: serverTimeOf(response.headers), requestId: echoed, bytes, content };
  } catch (error) {
    const failure = failureOf(error, signal);
    if (!(failure instanceof AnalyticsError)) throw failure;
    throw atCall(failure, { ...ids, status, url: pathOf(address, search) });
  }
}
