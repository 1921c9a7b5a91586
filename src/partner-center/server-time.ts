/** The service's clock from the `Date` header: ms since 1970 UTC, null where missing. */
export function serverTimeOf(headers: Headers): number | null {
  const time = Date.parse(headers.get("Date") ?? "");
  return Number.isNaN(time) ? null : time;
}
