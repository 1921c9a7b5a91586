/** Faults that tests can switch on at run time. */
export type Faults = {
  /** Every path returns 503. */
  down: boolean;
  /** Consent is always requested. */
  askConsent: boolean;
  /** Clock difference of the issuer in seconds; positive is ahead. */
  clockSkewSeconds: number;
  /** Lifetime of new access tokens in seconds, at least 300; null for each account's own. */
  tokenSeconds: number | null;
  /** Refresh tokens are rejected, as after a revoked session. */
  refuseRenewal: boolean;
};

export function noFaults(): Faults {
  return { down: false, askConsent: false, clockSkewSeconds: 0, tokenSeconds: null, refuseRenewal: false };
}
