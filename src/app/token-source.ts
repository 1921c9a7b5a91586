import type { Credentials } from "#auth/sign-in.ts";
import { signInProblem } from "#auth/sign-in-problem.ts";
import { AnalyticsError } from "#partner-center/errors.ts";

/** The reader's tokens for the client: an identity provider that cannot be reached is a missing network to it. */
export function tokenSource({ token, onChallenge }: Credentials): Credentials {
  return {
    ...(token && { token: () => told(token()) }),
    ...(onChallenge && { onChallenge: (challenge) => told(onChallenge(challenge)) }),
  };
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { kind } = signInProblem(error);
    if (kind !== "offline" && kind !== "unreachable") throw error;
    throw new AnalyticsError({ kind: "network" }, {}, error);
  }
}
