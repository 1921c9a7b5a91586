import type { ReadingStatus } from "#config/reading-status.ts";
import { AnalyticsError } from "#partner-center/errors.ts";
import {
  invalidToken,
  mfaRequired,
  noRole,
  type Refusal,
  refuseCall,
  wrongAudience,
} from "#server/authorize/refusal.ts";
import type { User } from "#server/authorize/user.ts";
import { fail, jsonReply } from "#server/gateway/reply.ts";
import { createPersons, type PersonsOptions } from "./persons.ts";
import type { Services } from "./snapshot.ts";

type Headers = Readonly<Record<string, string>>;

/** The response to an API error: token errors are passed on in the page's contract. */
function refuseReading(error: AnalyticsError, ids: Headers): Response {
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

type Ids = Readonly<Record<string, string>>;

/** Responds from what was read for the calling person; API errors become responses. */
export type Readings = {
  /** A call of the analytics endpoint. */
  use: (
    user: User,
    token: string,
    ids: Ids,
    task: (services: Services) => Promise<Response>,
  ) => Promise<Response>;
  /** Progress (GET), read again (POST), forget (DELETE). */
  respond: (method: string, user: User, token: string, ids: Ids) => Promise<Response>;
  /** How far each person's reading is. */
  progress: () => ReadingStatus[];
  close: () => void;
};

/** Readings of a tenant's persons. */
export function createReadings(tenantId: string, options: PersonsOptions): Readings {
  const persons = createPersons(options);

  async function guarded(ids: Ids, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AnalyticsError) return refuseReading(error, ids);
      throw error;
    }
  }

  return {
    use: (user, token, ids, task) => guarded(ids, () => persons.of(tenantId, user.oid).use(token, task)),
    respond: (method, user, token, ids) =>
      guarded(ids, async () => {
        if (method === "DELETE") {
          persons.forget(tenantId, user.oid);
          return new Response(null, { status: 204, headers: ids });
        }
        const person = persons.of(tenantId, user.oid);
        const status = await (method === "POST" ? person.readAgain(token) : person.status(token));
        return jsonReply(200, JSON.stringify(status), ids);
      }),
    progress: () => persons.all().map((person) => person.progress()),
    close: () => persons.close(),
  };
}
