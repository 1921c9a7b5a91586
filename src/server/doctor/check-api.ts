import { ENDPOINT } from "#partner-center/endpoint.ts";
import { bad, type Finding, good, note, reasonOf } from "./finding.ts";

type Fetch = typeof fetch;
const WITHIN_MS = 15_000;
const ORIGIN = "https://dashboard.example";

/** Calls Partner Center without a token, which it has to refuse, and asks whether browsers might call it directly. */
export async function checkApi(origin: string, get: Fetch = fetch): Promise<Finding[]> {
  const address = `${origin}${ENDPOINT}?top=1`;
  try {
    const answer = await get(address, { redirect: "manual", signal: AbortSignal.timeout(WITHIN_MS) });
    await answer.body?.cancel();
    return [judge(answer.status, origin), await checkCors(address, get)];
  } catch (error) {
    return [bad(`Partner Center cannot be reached at ${origin}: ${reasonOf(error)}.`)];
  }
}

function judge(status: number, origin: string): Finding {
  if (status === 401) return good(`${origin} answers, and asks for a token, as it should.`);
  if (status === 403) return note(`${origin} refuses with 403 before it sees a token: sign in to know more.`);
  if (status === 404 || status === 501)
    return bad(`${origin} does not offer referrals analytics (${status}).`);
  if (status === 429) return note(`${origin} answers that it is asked too often. Try again later.`);
  if (status >= 500) return bad(`${origin} has trouble of its own (${status}). Try again later.`);
  if (status >= 300 && status < 400)
    return bad(`${origin} redirects: PARTNER_CENTER_URL is not the API's address.`);
  return bad(`${origin} answered ${status} to a call without a token: it is not Partner Center.`);
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
    const answer = await get(address, options);
    await answer.body?.cancel();
    const allowed = answer.headers.get("Access-Control-Allow-Origin");
    return allowed === "*" || allowed === ORIGIN
      ? note(
          "It would let browsers call it directly (CORS). The dashboard goes through its own server all the same.",
        )
      : good(
          "It does not let browsers call it directly (CORS), which is why the dashboard's own server forwards.",
        );
  } catch (error) {
    return note(`Its answer to browsers (CORS) could not be had: ${reasonOf(error)}. Nothing depends on it.`);
  }
}
