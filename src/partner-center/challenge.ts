import { AnalyticsError, type Problem } from "./errors.ts";

export type TokenSource = {
  /** The user's access token; null while signed out. */
  token?: () => Promise<string | null>;
  /** A replacement for a rejected token; null when there is none. */
  onChallenge?: (problem: Problem) => Promise<string | null>;
};

/** Rejections that another token may resolve. */
const CHALLENGES: readonly string[] = ["token-expired", "claims-challenge", "mfa-required"];

/**
 * Makes a call with the user's token, and repeats it with another one when the token is rejected: once per cause, so
 * that an expired session may be followed by a claims challenge without looping.
 */
export async function callWithToken<Answer>(
  { token, onChallenge }: TokenSource,
  call: (bearer: string | null) => Promise<Answer>,
): Promise<Answer> {
  const answered = new Set<string>();
  let bearer = (await token?.()) ?? null;
  for (;;) {
    try {
      return await call(bearer);
    } catch (error) {
      const problem = challengeIn(error);
      if (!problem || !onChallenge || bearer === null || answered.has(problem.kind)) throw error;
      answered.add(problem.kind);
      bearer = await onChallenge(problem);
      if (bearer === null) throw error;
    }
  }
}

function challengeIn(error: unknown): Problem | null {
  return error instanceof AnalyticsError && CHALLENGES.includes(error.kind) ? error.problem : null;
}
