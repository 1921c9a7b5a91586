/** Why a call is not answered, in the words and codes of Partner Center. */
export type Refusal = {
  status: 401 | 403 | 503;
  code: string;
  description: string;
  /** The `WWW-Authenticate` header; null where signing in again does not help. */
  challenge: string | null;
};

/** What a client has to ask Entra ID for, to come back with multi-factor authentication. */
const MFA_CLAIMS = JSON.stringify({ access_token: { amr: { essential: true, values: ["mfa"] } } });

export function noToken(): Refusal {
  const description = "The request has no access token. Sign in and try again.";
  return { status: 401, code: "401", description, challenge: "Bearer" };
}

/** A token that proves nothing: `description` says why, and holds no quotation mark. */
export function invalidToken(description: string): Refusal {
  const challenge = `Bearer error="invalid_token", error_description="${description}"`;
  return { status: 401, code: "401", description, challenge };
}

export function wrongAudience(): Refusal {
  return { ...invalidToken("The access token is for another service."), code: "900420" };
}

/** Carries the claims challenge (base64; a second factor where absent) with which the client signs in again. */
export function mfaRequired(asked: string | null = null): Refusal {
  const claims = asked ?? Buffer.from(MFA_CLAIMS).toString("base64");
  return {
    status: 401,
    code: "900421",
    description: "MFA is required. Sign in again with multi-factor authentication.",
    challenge: `Bearer error="insufficient_claims", claims="${claims}"`,
  };
}

export function noScope(scope: string): Refusal {
  return {
    status: 403,
    code: "403",
    description: "The access token lacks Partner Center's delegated permission user_impersonation.",
    challenge: `Bearer error="insufficient_scope", scope="${scope}"`,
  };
}

export function noRole(): Refusal {
  const description = "This account has no referral role. Ask a Partner Center administrator for one.";
  return { status: 403, code: "2032", description, challenge: null };
}

export function keysUnreachable(): Refusal {
  const description = "Can't load the signing keys of Entra ID, so tokens can't be verified. Try again soon.";
  return { status: 503, code: "503", description, challenge: null };
}
