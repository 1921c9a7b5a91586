import type { IPublicClientApplication } from "@azure/msal-browser";
import type { Reauthentication } from "./reauthentication.ts";
import type { SignInProblem } from "./sign-in-problem.ts";

/** An initialised MSAL with its context. */
export type Session = {
  msal: IPublicClientApplication;
  scopes: string[];
  reauthentication: Reauthentication;
  /** Drops cached data of the previous account. */
  forget: () => void;
  /** Whether the server keeps data of an account until it signs out. */
  isKeptOnServer: boolean;
  /** Login hint from the portal, prefills the sign-in. */
  hint: { text: string | null };
};

/** The host's login hint, and whether it offers nested app authentication. */
export type HostUser = { hint: string | null; signsIn: boolean };

/** `problem` belongs to a redirect response. Unusable: MSAL cannot work on this page. */
export type OpenedSession =
  | { kind: "ready"; session: Session; problem: SignInProblem | null }
  | { kind: "unusable"; problem: SignInProblem };
