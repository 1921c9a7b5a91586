/** Whether the page stands inside of another one, where the sign-in service shows no page of its own. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** Whether this tab may keep something; some browsers refuse that to a framed page, by throwing. */
export function keepsSession(): boolean {
  try {
    const probe = "referrals-probe";
    sessionStorage.setItem(probe, probe);
    sessionStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}
