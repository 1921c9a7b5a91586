import { errors, type JWTVerifyGetKey } from "jose";

/** Lets the service accept tokens of the stand-in, until it is told that those seen so far have ended. */
export type Acceptance = {
  keys: JWTVerifyGetKey;
  /** All tokens that were issued so far are refused, after `more` further calls were let in. */
  endAfter: (more: number) => void;
};

/** Wraps the keys of a stand-in: without its key a token is refused, as an expired one is. */
export function acceptingUntilTold(keys: JWTVerifyGetKey): Acceptance {
  const ended = new Set<string>();
  const seen = new Set<string>();
  let left = Number.POSITIVE_INFINITY;
  return {
    keys: async (header, token) => {
      if (ended.has(token.signature)) throw new errors.JWKSNoMatchingKey();
      seen.add(token.signature);
      const key = await keys(header, token);
      if (left > 0) left -= 1;
      else {
        for (const signature of seen) ended.add(signature);
        left = Number.POSITIVE_INFINITY;
        throw new errors.JWKSNoMatchingKey();
      }
      return key;
    },
    endAfter: (more) => {
      left = more;
    },
  };
}
