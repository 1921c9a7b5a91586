import { errors, type JWTVerifyGetKey } from "jose";

/** Lets the service accept tokens of the stand-in, until it is told that those seen so far have ended. */
export type Acceptance = {
  keys: JWTVerifyGetKey;
  /** From now on all tokens that have been shown so far are refused. */
  end: () => void;
};

/** Wraps the keys of a stand-in: without its key a token is refused, as an expired one is. */
export function acceptingUntilTold(keys: JWTVerifyGetKey): Acceptance {
  const ended = new Set<string>();
  const seen = new Set<string>();
  return {
    keys: async (header, token) => {
      if (ended.has(token.signature)) throw new errors.JWKSNoMatchingKey();
      seen.add(token.signature);
      return keys(header, token);
    },
    end: () => {
      for (const signature of seen) ended.add(signature);
    },
  };
}
