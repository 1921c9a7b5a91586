import type { QueryClient } from "@tanstack/react-query";
import type { HostUser } from "#auth/session.ts";
import type { SignIn } from "#auth/sign-in.ts";
import type { AppConfig } from "#config/app-config.ts";
import { openHostSession } from "#embed/host-session.ts";
import { setLook } from "#embed/replace-address.ts";
import { readSelection } from "#selection/selection.ts";
import { useWantedLanguage } from "#views/header/use-language.ts";

/** What the application that frames the page says about its reader; null where it is none that has a say. */
export async function askHost(): Promise<HostUser | null> {
  if (readSelection(location.search).selection.host !== "teams") return null;
  const { askTeams } = await import("#embed/teams.ts");
  return askTeams(setLook);
}

/** What a framed page does from the start: a portal may choose the language before anybody has signed in. */
export function useFramed(): void {
  useWantedLanguage();
}

/** Takes up the conversation with the page that frames this one. */
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

/** Takes the portal's word for who is reading; without effect where nobody signs in, or somebody has. */
async function hintAt(signIn: SignIn, hint: string): Promise<void> {
  if (signIn.kind === "off" || signIn.opened.kind === "unusable") return;
  await signIn.parts.takeHint(signIn.opened.session, hint);
}
