/**
 * Resets MSAL's state of a pop-up that was closed or left open: for minutes MSAL would allow only another pop-up, but
 * no redirect or sign-out. The key is MSAL's (`INTERACTION_STATUS_KEY`).
 */
export function endInteraction(): void {
  try {
    sessionStorage.removeItem("msal.interaction.status");
  } catch {
    // Where storage is blocked for framed pages, MSAL keeps the state in memory.
  }
}
