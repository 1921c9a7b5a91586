const TIME = "([01]\\d|2[0-3]):\\d{2}:\\d{2}";
const DAY = "([1-9]\\d{3}|0001)-\\d{2}-\\d{2}";
const ISO = `^${DAY}([T ]${TIME}(\\.\\d+)?Z?)?$`;
const ISO_ZERO_OFFSET = `^${DAY}[T ]${TIME}(\\.\\d+)?\\+00:00$`;

/**
 * The instant of an ISO date as a TIMESTAMP truncated to ms; NULL for other texts, which are parsed later by column.
 * Agrees with the contract's parser where not NULL: the patterns exclude what DuckDB's cast additionally accepts
 * (24:00, one-digit months, offsets that it ignores).
 */
export function usualInstant(text: string): string {
  // 23 characters end with the milliseconds.
  return `CASE
    WHEN regexp_matches(${text}, '${ISO}') THEN TRY_CAST(left(${text}, 23) AS TIMESTAMP)
    WHEN regexp_matches(${text}, '${ISO_ZERO_OFFSET}')
      THEN TRY_CAST(left(left(${text}, length(${text}) - 6), 23) AS TIMESTAMP) END`;
}

/** NULL for instants that mean "never": 0001-01-01 and its offsets. */
export function unlessNever(instant: string): string {
  return `CASE WHEN ${instant} >= TIMESTAMP '0001-01-02' THEN ${instant} END`;
}

/** For date and timestamp columns: truncated to ms, NULL after the year 9999. */
export function temporalInstant(column: string): string {
  const value = `${column}::TIMESTAMP`;
  return `CASE WHEN isfinite(${value}) AND ${value} < TIMESTAMP '10000-01-01'
    THEN date_trunc('milliseconds', ${value}) END`;
}
