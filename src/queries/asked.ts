/**
 * Something asked for: on its way, failed, or here. `isOld` while it answers the question before; `trouble` is why
 * it could not be renewed.
 */
export type Asked<T> =
  | { kind: "waiting" }
  | { kind: "failed"; error: Error; retry: () => void }
  | { kind: "here"; value: T; isOld: boolean; trouble: Error | null };

/** The first of several that failed or is missing, else what is made of all of them. */
export function mapAsked<A, B>(asked: Asked<A>, make: (value: A) => B): Asked<B> {
  return asked.kind === "here" ? { ...asked, value: make(asked.value) } : asked;
}

/** What is here and answers the very question, else null. */
export function newOf<T>(asked: Asked<T>): T | null {
  return asked.kind === "here" && !asked.isOld ? asked.value : null;
}

/** The value as soon as it is here, meanwhile the one before; a failure of what it is made of comes before that. */
export function settledOf<T>(value: T | null, last: T | null, parts: readonly Asked<unknown>[]): Asked<T> {
  const trouble = parts
    .map((part) => (part.kind === "here" ? part.trouble : null))
    .find((one) => one !== null);
  if (value !== null) return { kind: "here", value, isOld: false, trouble: trouble ?? null };
  const failed = parts.find((part) => part.kind === "failed");
  if (failed) return failed;
  return last === null ? { kind: "waiting" } : { kind: "here", value: last, isOld: true, trouble: null };
}
