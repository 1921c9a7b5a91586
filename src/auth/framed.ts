/** Whether the page is in a frame, where sign-in pages refuse to load. */
export function isFramed(): boolean {
  return window.parent !== window;
}

/** Whether session storage works; some browsers throw in framed pages. */
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
