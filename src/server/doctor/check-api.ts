import { bad, type Finding, good, note, reasonOf } from "./finding.ts";

type Fetch = typeof fetch;
const WITHIN_MS = 15_000;
const ORIGIN = "https://dashboard.example";

/** The URL of an API, and the setting that names it. */
export type CheckedApi = { origin: string; path: string; setting: string };

/** Calls an API without a token, which must be rejected, and checks whether browsers could call it directly (CORS). */
export async function checkApi(api: CheckedApi, get: Fetch = fetch): Promise<Finding[]> {
  const { origin, path } = api;
  const address = `${origin}${path}`;
  try {
    const response = await get(address, {
      // The Referrals API refuses a call without it before it looks for a token.
      headers: { "client-request-id": crypto.randomUUID() },
      redirect: "manual",
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    await response.body?.cancel();
    return [judge(response.status, api), await checkCors(address, get)];
  } catch (error) {
    return [bad(`Can't reach Partner Center at ${origin}: ${reasonOf(error)}.`)];
  }
}

function judge(status: number, { origin, setting }: CheckedApi): Finding {
  if (status === 401) return good(`${origin} responds and requires a token, as expected.`);
  if (status === 403)
    return note(`${origin} returned 403 before checking a token. Sign in to the dashboard to find out more.`);
  if (status === 404 || status === 501) return bad(`${origin} does not offer referrals (${status}).`);
  if (status === 429) return note(`${origin} is throttling requests. Try again later.`);
  if (status >= 500) return bad(`${origin} returned a server error (${status}). Try again later.`);
  if (status >= 300 && status < 400)
    return bad(`${origin} redirects. Set ${setting} to the address of the API.`);
  return bad(
    `${origin} returned ${status} to a request without a token, so it is not Partner Center. Check ${setting}.`,
  );
}

async function checkCors(address: string, get: Fetch): Promise<Finding> {
  const headers = {
    Origin: ORIGIN,
    "Access-Control-Request-Method": "GET",
    "Access-Control-Request-Headers": "authorization",
  };
  const options = {
    method: "OPTIONS",
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(WITHIN_MS),
  } as const;
  try {
    const response = await get(address, options);
    await response.body?.cancel();
    const allowed = response.headers.get("Access-Control-Allow-Origin");
    return allowed === "*" || allowed === ORIGIN
      ? note("It allows direct calls from browsers (CORS). The dashboard still uses its own server.")
      : good("It does not allow direct calls from browsers (CORS), so the dashboard's server forwards them.");
  } catch (error) {
    return note(`Couldn't check CORS: ${reasonOf(error)}. The dashboard works without it.`);
  }
}
