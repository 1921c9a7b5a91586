/**
 * Forgets a sign-in window that was closed or left open: MSAL counts it as under way for minutes, and lets only another
 * window, but no redirect and no sign-out, begin in its place. The name is MSAL's own (`INTERACTION_STATUS_KEY`).
 */
export function endInteraction(): void {
  try {
    sessionStorage.removeItem("msal.interaction.status");
  } catch {
    // Where a browser keeps nothing for a framed page, MSAL remembers it elsewhere.
  }
}
