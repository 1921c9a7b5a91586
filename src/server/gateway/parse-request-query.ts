import type { AnalyticsQuery } from "#partner-center/query.ts";
import { InvalidQueryError, readQuery } from "#partner-center/query-read.ts";
import { errorBody } from "./error-body.ts";

/** Parses a query string; an invalid one gives the body of the 400 response. */
export function parseRequestQuery(search: string): { query: AnalyticsQuery } | { refusal: string } {
  try {
    return { query: readQuery(search) };
  } catch (error) {
    if (error instanceof InvalidQueryError)
      return { refusal: errorBody(400, error.description, [error.parameter]) };
    throw error;
  }
}
