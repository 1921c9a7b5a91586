import type { AnalyticsError } from "#partner-center/errors.ts";
import { invalidToken, mfaRequired, noRole, type Refusal, wrongAudience } from "../../authorize/refusal.ts";
import { refuseCall } from "../../authorize/refuse-call.ts";
import { fail } from "../../gateway/reply.ts";

type Headers = Readonly<Record<string, string>>;

/** The response to an API error: token errors are passed on in the page's contract. */
export function refuseReading(error: AnalyticsError, ids: Headers): Response {
  const refusal = refusalOf(error);
  if (refusal !== null) return refuseCall(refusal, ids);
  const words = error.call.description ?? "";
  if (error.kind === "not-offered") return fail(404, `The Referrals API is not offered here. ${words}`, ids);
  if (error.kind === "bad-shape") return fail(502, `The Referrals API can't be read. ${words}`, ids);
  const wait = { "Retry-After": String(waitOf(error)) };
  if (error.kind === "throttled")
    return fail(503, "The Referrals API is throttling requests.", { ...ids, ...wait });
  return fail(503, `The Referrals API can't be reached. ${words}`, { ...ids, ...wait });
}

function refusalOf({ problem }: AnalyticsError): Refusal | null {
  switch (problem.kind) {
    case "token-expired":
      return invalidToken("The Referrals API no longer accepts this access token.");
    case "wrong-audience":
      return wrongAudience();
    case "mfa-required":
      return mfaRequired();
    case "claims-challenge":
      return mfaRequired(problem.claims);
    case "forbidden":
      return noRole();
    default:
      return null;
  }
}

const WAIT_SECONDS = 5;

/** Seconds; the API's own wait, if longer than our retries. */
function waitOf({ problem }: AnalyticsError): number {
  const after = "retryAfter" in problem ? problem.retryAfter : null;
  return after?.kind === "delay" && after.ms > 0 ? Math.ceil(after.ms / 1000) : WAIT_SECONDS;
}
