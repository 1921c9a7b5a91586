/** Faults that a test switches on while the stand-in runs. */
export type Faults = {
  /** Every address answers 503. */
  down: boolean;
  /** Everybody is asked for consent. */
  askConsent: boolean;
  /** The issuer's clock against the real one, in seconds; ahead is positive. */
  clockSkewSeconds: number;
  /** Seconds that new access tokens are good for, at least 300; null for each account's own. */
  tokenSeconds: number | null;
  /** No access token is renewed, as after a revoked session. */
  refuseRenewal: boolean;
};

export function noFaults(): Faults {
  return { down: false, askConsent: false, clockSkewSeconds: 0, tokenSeconds: null, refuseRenewal: false };
}
