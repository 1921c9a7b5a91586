import type { UseQueryResult } from "@tanstack/react-query";

/** Something asked for: on its way, failed, or here (`isOld` while it answers the question before). */
export type Asked<T> =
  | { kind: "waiting" }
  | { kind: "failed"; error: Error; retry: () => void }
  | { kind: "here"; value: T; isOld: boolean };

/** A query's state as one of three. What failed to be renewed stays here. */
export function askedOf<T>(query: UseQueryResult<T>): Asked<T> {
  if (query.isError) return { kind: "failed", error: query.error, retry: () => void query.refetch() };
  if (query.data === undefined) return { kind: "waiting" };
  return { kind: "here", value: query.data, isOld: query.isPlaceholderData };
}

/** The first of several that failed or is missing, else what is made of all of them. */
export function mapAsked<A, B>(asked: Asked<A>, make: (value: A) => B): Asked<B> {
  return asked.kind === "here" ? { ...asked, value: make(asked.value) } : asked;
}
