import type { QueryClient } from "@tanstack/react-query";
import type { HostUser } from "#auth/session.ts";
import type { SignIn } from "#auth/sign-in.ts";
import type { AppConfig } from "#config/app-config.ts";
import { openHostSession, setLook } from "#embed/host-session.ts";
import { readSelection } from "#selection/selection.ts";
import { useWantedLanguage } from "#views/header/use-language.ts";

/** What the embedding application says about its user; null without one. */
export async function findHostUser(): Promise<HostUser | null> {
  if (readSelection(location.search).selection.host !== "teams") return null;
  const { findTeamsUser } = await import("#embed/teams.ts");
  return findTeamsUser(setLook);
}

/** Set-up of a framed page: a portal may set the language before sign-in. */
export function useFramed(): void {
  useWantedLanguage();
}

/** Opens the channel to the page that frames this one. */
export async function talkToHost(
  config: Promise<AppConfig>,
  signIn: Promise<SignIn>,
  queryClient: QueryClient,
): Promise<void> {
  openHostSession(await config, {
    refresh: () => void queryClient.invalidateQueries(),
    hint: async (name) => hintAt(await signIn, name),
  });
}

/** Passes on the portal's login hint; no effect without sign-in, or after it. */
async function hintAt(signIn: SignIn, hint: string): Promise<void> {
  if (signIn.kind === "off" || signIn.opened.kind === "unusable") return;
  await signIn.parts.takeHint(signIn.opened.session, hint);
}
