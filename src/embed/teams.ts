import { inTime } from "#lib/in-time.ts";

/** What Teams says about its reader; `signsIn` where it lends its own sign-in (nested app authentication). */
export type TeamsWord = { hint: string | null; signsIn: boolean };

export type TeamsLook = { theme: "light" | "dark"; lang?: string };

/** A page that says it stands in Teams and does not gets no answer; nobody waits longer for one. */
const ANSWER_WITHIN_MS = 2_000;

/**
 * Asks Teams who reads and in which look; its library is loaded only here. Null where Teams does not answer. `show` is
 * told the look now and whenever it changes.
 */
export async function askTeams(show: (look: TeamsLook) => void): Promise<TeamsWord | null> {
  try {
    return await inTime(converse(show), ANSWER_WITHIN_MS);
  } catch {
    return null;
  }
}

async function converse(show: (look: TeamsLook) => void): Promise<TeamsWord> {
  const { app, nestedAppAuth } = await import("@microsoft/teams-js");
  await app.initialize();
  const context = await app.getContext();
  const { theme, locale } = context.app;
  show({ theme: lookOf(theme), ...(locale ? { lang: locale } : {}) });
  app.registerOnThemeChangeHandler((next) => show({ theme: lookOf(next) }));
  app.notifySuccess();
  return { hint: context.user?.loginHint ?? null, signsIn: nestedAppAuth.isNAAChannelRecommended() };
}

function lookOf(theme: string): "light" | "dark" {
  return theme === "dark" || theme === "contrast" ? "dark" : "light";
}
