/** Source name in errors that this server creates. */
const SOURCE = "referrals-dashboard";

/** An error in Partner Center's format: `{code, description, data, source}`. */
export function errorBody(code: number | string, description: string, data: readonly string[] = []): string {
  return JSON.stringify({ code: String(code), description, data, source: SOURCE });
}

/** Throttling in Partner Center's format: `{statusCode, message}`, with the wait as text. */
export function throttledBody(seconds: number): string {
  const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`;
  return JSON.stringify({ statusCode: 429, message });
}
