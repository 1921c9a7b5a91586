import type { IPublicClientApplication } from "@azure/msal-browser";
import type { Reauthentication } from "./reauthentication.ts";
import type { SignInProblem } from "./sign-in-problem.ts";

/** MSAL, ready to use, with what belongs to it. */
export type Session = {
  msal: IPublicClientApplication;
  scopes: string[];
  reauthentication: Reauthentication;
  /** Drops what was loaded for the account before. */
  forget: () => void;
  /** Whether the server keeps what it has read for an account until that signs out. */
  isKeptOnServer: boolean;
  /** Who is reading, by the word of the portal; a sign-in begins with this name. */
  hint: { text: string | null };
};

/** What the application that frames the page says about its reader, and whether it lends its own sign-in. */
export type HostWord = { hint: string | null; signsIn: boolean };

/** `problem` is the one of the sign-in that has just come back. Unusable: MSAL cannot work on this page at all. */
export type OpenedSession =
  | { kind: "ready"; session: Session; problem: SignInProblem | null }
  | { kind: "unusable"; problem: SignInProblem };
