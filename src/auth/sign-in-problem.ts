/** Causes of a failed sign-in, each with its own text (`auth.problem.…`). */
export type SignInProblemKind =
  | "pop-up-blocked"
  | "cancelled"
  | "closed"
  | "timed-out"
  | "busy"
  | "framed"
  | "expired"
  | "offline"
  | "unreachable"
  | "declined"
  | "throttled"
  | "lost"
  | "not-secure"
  | "settings"
  | "unexpected";

/** What helps: retry, reload, the same view outside its frame, or nothing. */
export type NextStep = "sign-in" | "reload" | "new-tab" | "none";

/** `detail` and `correlationId` come from the identity provider or MSAL, for reports. */
export type SignInProblem = {
  kind: SignInProblemKind;
  detail: string | null;
  correlationId: string | null;
};

const CODES: Readonly<Record<Exclude<SignInProblemKind, "closed" | "unexpected">, readonly string[]>> = {
  "pop-up-blocked": ["popup_window_error", "empty_window_error"],
  cancelled: ["user_cancelled", "user_canceled"],
  "timed-out": ["timed_out", "redirect_bridge_timeout", "redirect_bridge_empty_response"],
  busy: ["interaction_in_progress", "interaction_in_progress_cancelled"],
  framed: [
    "redirect_in_iframe",
    "block_iframe_reload",
    "block_nested_popups",
    "popup_relay_unsupported_flow",
  ],
  expired: [
    "login_required",
    "interaction_required",
    "consent_required",
    "refresh_token_expired",
    "bad_token",
    "no_tokens_found",
    "no_account_error",
    "no_account_found",
    "invalid_grant",
  ],
  offline: ["no_network_connectivity"],
  unreachable: [
    "post_request_failed",
    "get_request_failed",
    "failed_to_parse_response",
    "network_error",
    "endpoints_resolution_error",
    "openid_config_error",
    "server_error",
    "temporarily_unavailable",
  ],
  declined: ["access_denied"],
  throttled: ["throttled", "too_many_requests"],
  lost: [
    "state_not_found",
    "state_mismatch",
    "nonce_mismatch",
    "invalid_state",
    "unable_to_parse_state",
    "no_state_in_hash",
    "no_token_request_cache_error",
    "unable_to_parse_token_request_cache_error",
    "hash_empty_error",
    "hash_does_not_contain_known_properties",
  ],
  "not-secure": ["crypto_nonexistent"],
  settings: [
    "invalid_client",
    "unauthorized_client",
    "invalid_request",
    "invalid_scope",
    "invalid_resource",
    "unsupported_response_type",
  ],
};

const KIND_OF_CODE = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as SignInProblemKind])),
);

const NEXT_STEPS: Readonly<Partial<Record<SignInProblemKind, NextStep>>> = {
  busy: "reload",
  framed: "new-tab",
  "not-secure": "none",
};

/** Classifies what MSAL threw. Duck-typed, so that the shell need not load MSAL. */
export function signInProblem(error: unknown): SignInProblem {
  const { errorCode, errorMessage, correlationId, message } = Object(error) as Record<string, unknown>;
  return {
    kind: kindOf(textOf(errorCode)),
    detail: sentenceIn(errorMessage) ?? textOf(errorCode) ?? textOf(message),
    correlationId: textOf(correlationId),
  };
}

export function nextStep({ kind }: SignInProblem): NextStep {
  return NEXT_STEPS[kind] ?? "sign-in";
}

/** MSAL repeats cached throttling responses with Entra's numeric codes instead of names. */
function kindOf(code: string | null): SignInProblemKind {
  if (code !== null && /^\d[\d ]*$/.test(code)) return "throttled";
  return KIND_OF_CODE.get(code ?? "") ?? "unexpected";
}

/** The provider's own message; without one MSAL links a page for developers, which is left out. */
function sentenceIn(value: unknown): string | null {
  const text = textOf(value);
  return text?.startsWith("See https://aka.ms/msal") ? null : text;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, 500) : null;
}
