import { type ReactNode, use } from "react";
import type { Credentials, SignIn } from "./sign-in.ts";

export type SignInGateProps = {
  signIn: Promise<SignIn>;
  /** Made only for somebody who may ask. */
  children: (credentials: Credentials) => ReactNode;
};

/** Lets nothing of the dashboard be drawn or asked before somebody has signed in. Suspends while that is unknown. */
export function SignInGate({ signIn: opening, children }: SignInGateProps): ReactNode {
  const signIn = use(opening);
  if (signIn.kind === "off") return children(signIn.credentials);
  const { SessionGate } = signIn.parts;
  return <SessionGate opened={signIn.opened}>{() => children(signIn.credentials)}</SessionGate>;
}
