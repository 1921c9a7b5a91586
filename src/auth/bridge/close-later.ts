/** In ms; longer than the half second in which MSAL polls for a closed window, with a reserve for a busy machine. */
const LINGER_MS = 1_200;

/**
 * Delays closing this window. MSAL closes it right after posting the response; if the opener notices the closed window
 * first, it takes the sign-in for cancelled.
 */
export function closeLater(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, LINGER_MS);
}
