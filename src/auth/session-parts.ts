import { openSession } from "./open-session.ts";
import { AccountInHead, RequireSession } from "./require-session.tsx";
import { takeHint } from "./silent-sign-in.ts";
import { currentToken, tokenAfter } from "./tokens.ts";

/** All code that depends on MSAL, in one lazily loaded chunk. */
export const SESSION_PARTS = {
  openSession,
  currentToken,
  tokenAfter,
  takeHint,
  RequireSession,
  AccountInHead,
} as const;
export type SessionParts = typeof SESSION_PARTS;
