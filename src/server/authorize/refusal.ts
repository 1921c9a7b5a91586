import { errorBody, jsonReply } from "../gateway/reply.ts";

/** Why a call is rejected, with Partner Center's codes and messages. */
export type Refusal = {
  status: 401 | 403 | 503;
  code: string;
  description: string;
  /** The `WWW-Authenticate` header; null where signing in again does not help. */
  challenge: string | null;
};

/** The claims to request from Entra ID to get multi-factor authentication. */
const MFA_CLAIMS = JSON.stringify({ access_token: { amr: { essential: true, values: ["mfa"] } } });

export function noToken(): Refusal {
  const description = "The request has no access token. Sign in and try again.";
  return { status: 401, code: "401", description, challenge: "Bearer" };
}

/** An invalid token; `description` must not contain quotation marks. */
export function invalidToken(description: string): Refusal {
  const challenge = `Bearer error="invalid_token", error_description="${description}"`;
  return { status: 401, code: "401", description, challenge };
}

export function wrongAudience(): Refusal {
  return { ...invalidToken("The access token is for another service."), code: "900420" };
}

/** Contains the claims challenge (base64; multi-factor by default) with which the client signs in again. */
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

type Headers = Readonly<Record<string, string>>;

/** The response to a rejected token; `headers` are added, such as the call's ids. */
export function refuseCall({ status, code, description, challenge }: Refusal, headers: Headers): Response {
  const more: Headers = challenge ? { "WWW-Authenticate": challenge } : {};
  const wait: Headers = status === 503 ? { "Retry-After": "10" } : {};
  return jsonReply(status, errorBody(code, description), { ...headers, ...more, ...wait });
}
