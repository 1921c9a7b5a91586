import { type ReactNode, use, useEffect, useState } from "react";
import type { SignInState } from "./require-session.tsx";
import type { Credentials, SignIn } from "./sign-in.ts";

export type RequireSignInProps = {
  signIn: Promise<SignIn>;
  onState?: (state: SignInState) => void;
  /** Shown beside the sign-in: an alternative without it. */
  door?: ReactNode;
  /** Only called for a user who may send requests. */
  children: (credentials: Credentials) => ReactNode;
};

/** Renders nothing of the dashboard and sends no requests before sign-in. Suspends while that is unknown. */
export function RequireSignIn({ signIn: opening, onState, door, children }: RequireSignInProps): ReactNode {
  const signIn = use(opening);
  const isOff = signIn.kind === "off";
  useEffect(() => {
    if (isOff) onState?.("done");
  }, [isOff, onState]);
  if (signIn.kind === "off") return children(signIn.credentials);
  const { RequireSession } = signIn.parts;
  return (
    <RequireSession opened={signIn.opened} onState={onState} door={door}>
      {() => children(signIn.credentials)}
    </RequireSession>
  );
}

/** The account menu of whoever is signed in. Asks nobody to sign in, and waits for nothing. */
export function SignedInAccount({ signIn: opening }: Pick<RequireSignInProps, "signIn">): ReactNode {
  const [signIn, setSignIn] = useState<SignIn | null>(null);
  useEffect(() => {
    // Where sign-in is impossible, files can be looked at all the same.
    opening.then(setSignIn, () => {});
  }, [opening]);
  if (signIn?.kind !== "on" || signIn.opened.kind === "unusable") return null;
  const { AccountInHead } = signIn.parts;
  return <AccountInHead session={signIn.opened.session} />;
}
