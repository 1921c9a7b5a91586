/** The service's own name in the errors that this server makes itself. */
const SOURCE = "referrals-dashboard";

/** An error in Partner Center's shape: `{code, description, data, source}`. */
export function errorBody(code: number, description: string, data: readonly string[] = []): string {
  return JSON.stringify({ code: String(code), description, data, source: SOURCE });
}
