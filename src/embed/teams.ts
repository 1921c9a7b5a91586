import { inTime } from "#lib/in-time.ts";

/** The user according to Teams; `signsIn`: Teams offers nested app authentication. */
export type TeamsUser = { hint: string | null; signsIn: boolean };

export type TeamsLook = { theme: "light" | "dark"; lang?: string };

/** Time-out for a page that claims to be in Teams but is not. */
const ANSWER_WITHIN_MS = 2_000;

/**
 * Asks Teams for user and theme; the library is only loaded here. Null without a response. `show` is called with the
 * theme now and on every change.
 */
export async function findTeamsUser(show: (look: TeamsLook) => void): Promise<TeamsUser | null> {
  try {
    return await inTime(converse(show), ANSWER_WITHIN_MS);
  } catch {
    return null;
  }
}

async function converse(show: (look: TeamsLook) => void): Promise<TeamsUser> {
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
