const TIME = "([01]\\d|2[0-3]):\\d{2}:\\d{2}";
const DAY = "([1-9]\\d{3}|0001)-\\d{2}-\\d{2}";
const ISO = `^${DAY}([T ]${TIME}(\\.\\d+)?Z?)?$`;
const ISO_ZERO_OFFSET = `^${DAY}[T ]${TIME}(\\.\\d+)?\\+00:00$`;

/**
 * The instant of an ISO date text, as a TIMESTAMP cut to ms; NULL for any other text, which the column decides as a
 * whole. Agrees with that reader wherever it is not NULL: the patterns are
 * there because the engine's cast takes much more (24:00, one-digit months, offsets that it then ignores).
 */
export function usualInstant(text: string): string {
  // 23 characters end with the milliseconds.
  return `CASE
    WHEN regexp_matches(${text}, '${ISO}') THEN TRY_CAST(left(${text}, 23) AS TIMESTAMP)
    WHEN regexp_matches(${text}, '${ISO_ZERO_OFFSET}')
      THEN TRY_CAST(left(left(${text}, length(${text}) - 6), 23) AS TIMESTAMP) END`;
}

/** NULL for the instants that stand for "never": 0001-01-01 and what an offset makes of it. */
export function unlessNever(instant: string): string {
  return `CASE WHEN ${instant} >= TIMESTAMP '0001-01-02' THEN ${instant} END`;
}

/** Of a column of dates or timestamps: the instant cut to ms, or NULL past the year 9999. */
export function temporalInstant(column: string): string {
  const value = `${column}::TIMESTAMP`;
  return `CASE WHEN isfinite(${value}) AND ${value} < TIMESTAMP '10000-01-01'
    THEN date_trunc('milliseconds', ${value}) END`;
}
