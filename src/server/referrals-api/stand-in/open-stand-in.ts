import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { API_PATH, REFERRALS_AUDIENCE } from "#config/sign-in.ts";
import { rawValues } from "#server/gateway/caller.ts";
import type { Refusal } from "../../authorize/refusal.ts";
import type { User } from "../../authorize/user.ts";
import { type TokenRules, verifyToken } from "../../authorize/verify-token.ts";
import type { PlainFault } from "../../fault-injection/fault.ts";
import { faultResponseOf } from "../../fault-injection/fault-response.ts";
import type { FaultSwitch } from "../../fault-injection/fault-switch.ts";
import type { ApiReferral } from "./api-referral.ts";
import { ODataError } from "./odata-query.ts";
import { type ApiPage, createShelf, pageOf, type ReferralShelf } from "./pages.ts";

export type StandInOptions = {
  referrals: Iterable<ApiReferral>;
  /** How tokens are validated; a user's markets are those of referrals whose team includes the user. */
  rules: TokenRules;
  faults?: FaultSwitch | null;
  pageSize?: number;
  /** Delay of each page in ms. */
  delayMs?: number;
};

export type StandIn = ReferralShelf & {
  origin: string;
  /** Number of calls, and the maximum in parallel. */
  calls: { count: number; mostAtOnce: number };
  close: () => Promise<void>;
};

type Parts = { shelf: ReferralShelf; options: StandInOptions; origin: string };
type Answer = { status: number; headers?: Readonly<Record<string, string>>; body: string; isCut?: boolean };

const JSON_TYPE = { "Content-Type": "application/json; odata.metadata=minimal" };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The path of next links in Microsoft's sample, which does not exist. */
const SAMPLE_PATH = "/v1.0/referrals";

/** Error codes by status. https://learn.microsoft.com/partner-center/developer/referrals-api-response-codes */
const CODES: Readonly<Record<number, string>> = {
  400: "invalidRequest",
  401: "unauthenticated",
  403: "accessDenied",
  404: "itemNotFound",
  405: "invalidRequest",
  429: "generalException",
  503: "serviceNotAvailable",
};

/** Opens a stand-in for the Referrals API, as documented, on a free local port. */
export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  const shelf = createShelf(options.referrals, options.pageSize ?? 200);
  const calls = { count: 0, mostAtOnce: 0 };
  // The API itself must check the second factor.
  const audience = { ...(options.rules.audience ?? REFERRALS_AUDIENCE), apiJudgesFactors: false };
  const parts: Parts = { shelf, options: { ...options, rules: { ...options.rules, audience } }, origin: "" };
  let running = 0;
  const server = createServer((request, response) => {
    running += 1;
    calls.count += 1;
    calls.mostAtOnce = Math.max(calls.mostAtOnce, running);
    response.once("close", () => (running -= 1));
    answer(parts, request).then(
      (found) => send(response, found),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  parts.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ...shelf, origin: parts.origin, calls, close };
}

async function answer(parts: Parts, request: IncomingMessage): Promise<Answer> {
  const { faults, delayMs = 0 } = parts.options;
  const url = new URL(request.url ?? "/", "http://stand-in");
  const met = faults?.take({ isGrouped: true }) ?? [];
  const slow = met.reduce((ms, fault) => ms + (fault.kind === "slow" ? fault.ms : 0), delayMs);
  // The stand-in's own work is part of that time.
  const [found] = await Promise.all([
    answerAtOnce(parts, request, url, met),
    slow > 0 ? wait(slow, undefined, { ref: false }) : null,
  ]);
  return found;
}

async function answerAtOnce(
  parts: Parts,
  request: IncomingMessage,
  url: URL,
  met: readonly PlainFault[],
): Promise<Answer> {
  const { rules } = parts.options;
  const instead = met.map(faultAnswer).find((one) => one !== null);
  if (instead) return instead;
  if (url.pathname.toLowerCase() !== API_PATH) return failure(404, "The resource was not found.");
  if (request.method !== "GET") return failure(405, "The method is not allowed.");
  if (!GUID.test(String(request.headers["client-request-id"] ?? "")))
    return failure(400, "The header client-request-id has to be a GUID.");
  const verdict = await verifyToken(rawValues(request.rawHeaders, "authorization"), rules);
  if (!verdict.ok) return refused(verdict.refusal);
  try {
    const page = pageOf(parts.shelf, url.search, (referral) => isVisible(referral, verdict.user));
    return pageAnswer(page, parts.origin, url, met);
  } catch (error) {
    if (error instanceof ODataError) return failure(400, error.message);
    throw error;
  }
}

function isVisible({ customerProfile }: ApiReferral, { markets }: User): boolean {
  if (markets === null) return true;
  const { address } = Object(customerProfile) as { address?: { country?: unknown } };
  return markets.includes(String(address?.country).trim().toUpperCase());
}

function failure(status: number, message: string, headers = {}): Answer {
  const error = { code: CODES[status] ?? "generalException", message, target: null, innerError: null };
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ error }) };
}

/** A missing second factor is reported like Conditional Access does, in its documented spelling. */
function refused({ status, code, description, challenge }: Refusal): Answer {
  const headers = challenge ? { "WWW-Authenticate": challenge } : {};
  if (code !== "900421") return failure(status, description, headers);
  const error = { code: "insufficent_claims", message: description, target: null, innerError: null };
  return { status: 403, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify({ error }) };
}

function faultAnswer(fault: PlainFault): Answer | null {
  const found = faultResponseOf(fault, Date.now());
  if (found === null || found.headers["Content-Type"]?.startsWith("text/html") || found.body === "")
    return found;
  const { description, message, error } = JSON.parse(found.body) as Record<string, unknown>;
  const text = String(description ?? message ?? Object(error).message);
  return failure(found.status, text, { ...found.headers, ...JSON_TYPE });
}

function pageAnswer(page: ApiPage, origin: string, { search }: URL, met: readonly PlainFault[]): Answer {
  const has = (kind: PlainFault["kind"]) => met.some((fault) => fault.kind === kind);
  // A link to this page, for an empty page with a next link and for a page that links to itself.
  const self = search === "" ? "$top=100" : search.slice(1);
  const rows = has("bucket-limit") ? [] : page.rows;
  const next = has("bucket-limit") || has("looping-next-link") ? self : page.next;
  const link =
    next === null || has("no-next-link") ? {} : { "@odata.nextLink": `${origin}${SAMPLE_PATH}?${next}` };
  const text = JSON.stringify({
    "@odata.context": "http://api.partner.microsoft.com/v1.0/$metadata#Referrals",
    "@odata.count": rows.length,
    value: rows,
    ...link,
  });
  const body = met.reduce(rewritten, text);
  const isBroken = has("malformed") || has("drop");
  return {
    status: 200,
    headers: JSON_TYPE,
    body: isBroken ? body.slice(0, body.length / 2) : body,
    isCut: has("drop"),
  };
}

/** Other spellings of the same response. */
function rewritten(body: string, fault: PlainFault): string {
  if (fault.kind !== "envelope") return body;
  if (fault.variant === "bom") return `\uFEFF${body}`;
  if (fault.variant === "blank-for-null") return body.replaceAll(/:null\b/g, ':""');
  return fault.variant === "missing-for-null" ? body.replaceAll(/,"\w+":null\b/g, "") : body;
}

function send(response: ServerResponse, { status, headers, body, isCut }: Answer): void {
  const length = isCut ? { "Content-Length": String(2 * Buffer.byteLength(body) + 1) } : {};
  response.writeHead(status, { "request-id": crypto.randomUUID(), ...headers, ...length });
  if (!isCut) return void response.end(body);
  response.write(body, () => response.destroy());
}
