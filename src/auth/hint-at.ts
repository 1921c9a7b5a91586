import type { SignIn } from "./sign-in.ts";

/** Takes the portal's word for who is reading; without effect where nobody signs in, or somebody has. */
export async function hintAt(signIn: SignIn, hint: string): Promise<void> {
  if (signIn.kind === "off" || signIn.opened.kind === "unusable") return;
  await signIn.parts.takeHint(signIn.opened.session, hint);
}
