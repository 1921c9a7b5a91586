/** Longer than the half second in which MSAL looks for a closed window, with what a busy machine needs. */
const LINGER_MS = 1_200;

/**
 * Keeps this window open for a moment after MSAL wants it closed. MSAL closes it right after its answer is sent; who
 * sees the window gone before the answer has arrived takes that for a sign-in that was broken off.
 */
export function closeLater(): void {
  const close = window.close.bind(window);
  window.close = () => void setTimeout(close, LINGER_MS);
}
