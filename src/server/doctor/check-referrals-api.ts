import { decodeJwt } from "jose";
import { API_PATH, REFERRALS_AUDIENCE } from "#config/sign-in.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import { API_HEADER, apiRow } from "../referrals-api/reader/api-row.ts";
import { callPage } from "../referrals-api/reader/call-page.ts";
import { checkApi } from "./check-api.ts";
import { bad, type Finding, good, note } from "./finding.ts";

const WITHIN_MS = 30_000;

/** Whether the Referrals API responds, and, if a token is given, what its first page contains; counts only. */
export async function referralsApiFindings(
  origin: string | null,
  token: string | null,
  get: typeof fetch,
): Promise<Finding[]> {
  if (origin === null)
    return [note("SOURCE is referrals-api: a stand-in on this machine answers with sample data.")];
  const answers = await checkApi({ origin, path: `${API_PATH}?$top=1`, setting: "REFERRALS_API_URL" }, get);
  if (token === null) {
    const how = "Set REFERRALS_API_TOKEN to a token of yours to have the first page read as well.";
    return [
      ...answers,
      note(`The browser asks for tokens with the scope ${REFERRALS_AUDIENCE.scope}. ${how}`),
    ];
  }
  return [...answers, ...judgeToken(token), ...(await readFirstPage(origin, token, get))];
}

function judgeToken(token: string): Finding[] {
  try {
    const { aud, exp = 0, amr, ver } = decodeJwt<{ amr?: string[]; ver?: string }>(token);
    const audience = String(aud);
    const isFor = REFERRALS_AUDIENCE.names.includes(audience);
    return [
      isFor
        ? good("The token is for the Referrals API.")
        : bad(
            `The token is for ${audience}. The Referrals API takes tokens for ${REFERRALS_AUDIENCE.names[0]} only.`,
          ),
      ...(exp * 1000 < Date.now() ? [bad("The token has expired. Get a new one.")] : []),
      ...(ver === "1.0" && !amr?.includes("mfa")
        ? [bad("The token was issued without multi-factor authentication, which Partner Center requires.")]
        : []),
    ];
  } catch {
    return [bad("REFERRALS_API_TOKEN is not an access token (a JWT).")];
  }
}

async function readFirstPage(origin: string, token: string, get: typeof fetch): Promise<Finding[]> {
  const url = `${origin}${API_PATH}?$orderby=updatedDateTime%20desc&$top=200`;
  const signal = AbortSignal.timeout(WITHIN_MS);
  // No retry: the user can run it again.
  const pause = (): Promise<never> => Promise.reject(new Error("The API asks to wait. Try again later."));
  try {
    const page = await callPage(url, { token, signal, timeoutMs: WITHIN_MS, pause, fetch: get });
    return describePage(page.referrals, page.nextLink);
  } catch (error) {
    const known = error instanceof AnalyticsError ? error.call : null;
    const status = known?.status ? ` (${known.status}${known.code ? ` ${known.code}` : ""})` : "";
    const words = known?.description ?? (error instanceof Error ? error.message : String(error));
    return [bad(`The first page can't be read${status}: ${words}`)];
  }
}

function describePage(referrals: readonly object[], nextLink: string | null): Finding[] {
  const unknownNames = new Set<string>();
  const rows = referrals.map((referral) => apiRow(referral, unknownNames));
  const counted = ["status", "substatus", "direction", "type"].map(
    (name) => `${name}: ${countsOf(rows.map(({ cells }) => cells[API_HEADER.indexOf(name)] ?? "none"))}`,
  );
  const empty = API_HEADER.filter((_, place) => rows.every(({ cells }) => cells[place] === null));
  return [
    good(`The first page has ${rows.length} referrals${nextLink === null ? "" : ", and more follow"}.`),
    ...(rows.length > 0 ? [note(counted.join("; "))] : []),
    ...(rows.length > 0 && empty.length > 0 ? [note(`Empty in all of them: ${empty.join(", ")}.`)] : []),
    ...(unknownNames.size > 0
      ? [note(`Not used, because nobody knows them: ${[...unknownNames].join(", ")}.`)]
      : []),
  ];
}

function countsOf(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => `${value} ${count}`).join(", ");
}
