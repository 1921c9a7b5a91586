/** The service's own name in the errors that this server makes itself. */
const SOURCE = "referrals-dashboard";

/** An error in Partner Center's shape: `{code, description, data, source}`. */
export function errorBody(code: number | string, description: string, data: readonly string[] = []): string {
  return JSON.stringify({ code: String(code), description, data, source: SOURCE });
}

/** Throttling in Partner Center's shape: `{statusCode, message}`, and how long to wait in words. */
export function throttledBody(seconds: number): string {
  const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  return JSON.stringify({ statusCode: 429, message });
}
