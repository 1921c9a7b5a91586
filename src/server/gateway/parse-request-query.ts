import type { AnalyticsQuery } from "#partner-center/query.ts";
import { InvalidQueryError, readQuery } from "#partner-center/query-read.ts";
import { errorBody } from "./error-body.ts";

/** Reads the query string of a call; what cannot be read gives the body of the answer 400. */
export function parseRequestQuery(search: string): { query: AnalyticsQuery } | { refusal: string } {
  try {
    return { query: readQuery(search) };
  } catch (error) {
    if (error instanceof InvalidQueryError)
      return { refusal: errorBody(400, error.description, [error.parameter]) };
    throw error;
  }
}
