import { openSession } from "./session.ts";
import { SessionGate } from "./session-gate.tsx";
import { takeHint } from "./silent-sign-in.ts";
import { currentToken, tokenAfter } from "./tokens.ts";

/** All that stands on MSAL, loaded in one piece when somebody has to sign in. */
export const SESSION_PARTS = { openSession, currentToken, tokenAfter, takeHint, SessionGate } as const;
export type SessionParts = typeof SESSION_PARTS;
