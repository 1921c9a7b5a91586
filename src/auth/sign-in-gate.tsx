import { type ReactNode, use, useEffect } from "react";
import type { SignInState } from "./session-gate.tsx";
import type { Credentials, SignIn } from "./sign-in.ts";

export type SignInGateProps = {
  signIn: Promise<SignIn>;
  onState?: (state: SignInState) => void;
  /** Made only for somebody who may ask. */
  children: (credentials: Credentials) => ReactNode;
};

/** Lets nothing of the dashboard be drawn or asked before somebody has signed in. Suspends while that is unknown. */
export function SignInGate({ signIn: opening, onState, children }: SignInGateProps): ReactNode {
  const signIn = use(opening);
  const isOff = signIn.kind === "off";
  useEffect(() => {
    if (isOff) onState?.("done");
  }, [isOff, onState]);
  if (signIn.kind === "off") return children(signIn.credentials);
  const { SessionGate } = signIn.parts;
  return (
    <SessionGate opened={signIn.opened} onState={onState}>
      {() => children(signIn.credentials)}
    </SessionGate>
  );
}
