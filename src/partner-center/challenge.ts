import { AnalyticsError, type Problem } from "./errors.ts";

export type TokenSource = {
  /** The access token of the user, null while nobody is signed in. */
  token?: () => Promise<string | null>;
  /** Another token for a call whose own was refused; null when there is none to be had. */
  onChallenge?: (problem: Problem) => Promise<string | null>;
};

/** Refusals that another token may lift. */
const CHALLENGES: readonly string[] = ["token-expired", "claims-challenge", "mfa-required"];

/**
 * Makes a call in the user's name, and makes it again with another token when it is refused for the token's sake:
 * once for each cause, so that an expired session and a further proof may follow each other and nothing turns round.
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
