import { ENDPOINT } from "#partner-center/endpoint.ts";
import { bad, type Finding, good, note, reasonOf } from "./finding.ts";

type Fetch = typeof fetch;
const WITHIN_MS = 15_000;
const ORIGIN = "https://dashboard.example";

/** Calls Partner Center without a token, which it has to refuse, and asks whether browsers might call it directly. */
export async function checkApi(origin: string, get: Fetch = fetch): Promise<Finding[]> {
  const address = `${origin}${ENDPOINT}?top=1`;
  try {
    const response = await get(address, { redirect: "manual", signal: AbortSignal.timeout(WITHIN_MS) });
    await response.body?.cancel();
    return [judge(response.status, origin), await checkCors(address, get)];
  } catch (error) {
    return [bad(`Can't reach Partner Center at ${origin}: ${reasonOf(error)}.`)];
  }
}

function judge(status: number, origin: string): Finding {
  if (status === 401) return good(`${origin} responds and requires a token, as expected.`);
  if (status === 403)
    return note(`${origin} returned 403 before checking a token. Sign in to the dashboard to find out more.`);
  if (status === 404 || status === 501)
    return bad(`${origin} does not offer referral analytics (${status}).`);
  if (status === 429) return note(`${origin} is throttling requests. Try again later.`);
  if (status >= 500) return bad(`${origin} returned a server error (${status}). Try again later.`);
  if (status >= 300 && status < 400)
    return bad(`${origin} redirects. Set PARTNER_CENTER_URL to the address of the API.`);
  return bad(
    `${origin} returned ${status} to a request without a token, so it is not Partner Center. Check PARTNER_CENTER_URL.`,
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
