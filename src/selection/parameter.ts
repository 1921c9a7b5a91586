/** A key of the address: how to parse and print it, and its default. */
export type Parameter<T> = {
  name: string;
  fallback: T;
  /** Null for invalid text. */
  parse: (text: string) => T | null;
  /** Null for the default, which is not written to the address. */
  print: (value: T) => string | null;
};

export type Parameters<T> = { readonly [Key in keyof T]: Parameter<T[Key]> };

/** A part of the address that could not be used. */
export type AddressFault =
  | { kind: "value"; parameter: string; value: string }
  | { kind: "order" }
  | { kind: "version"; version: string }
  | { kind: "tooLong"; most: number };

/** Maximum length of a query string, read or written; a longer one is truncated. */
export const MAX_ADDRESS_CHARACTERS = 8000;

/** Mail and chat programs truncate longer links. */
export const MAX_LINK = 2000;

/** Parses these keys from a query string; invalid values become the default and are reported. */
export function readParameters<T>(
  parameters: Parameters<T>,
  search: URLSearchParams,
): { values: T; faults: AddressFault[] } {
  const faults: AddressFault[] = [];
  const values = Object.fromEntries(
    (Object.keys(parameters) as (keyof T)[]).map((key) => {
      const { name, fallback, parse } = parameters[key];
      const text = search.get(name);
      if (text === null || text === "") return [key, fallback];
      const value = parse(text);
      if (value === null) faults.push({ kind: "value", parameter: name, value: text.slice(0, 60) });
      return [key, value ?? fallback];
    }),
  );
  return { values: values as unknown as T, faults };
}

/** The part of a query string that holds these keys. */
export function printParameters<T>(parameters: Parameters<T>, search: URLSearchParams): string {
  const names = (Object.keys(parameters) as (keyof T)[]).map((key) => parameters[key].name);
  const held = names.flatMap((name) => {
    const text = search.get(name);
    return text === null ? [] : [[name, text]];
  });
  return new URLSearchParams(held).toString();
}

/** Writes these keys into a query string; keys at their default are removed. */
export function writeParameters<T>(parameters: Parameters<T>, values: T, search: URLSearchParams): void {
  for (const key of Object.keys(parameters) as (keyof T)[]) {
    const { name, print } = parameters[key];
    const text = print(values[key]);
    if (text === null) search.delete(name);
    else search.set(name, text);
  }
}

/** The query string with its "?", or "" when empty; commas and similar characters stay readable. */
export function printSearch(search: URLSearchParams): string {
  const text = search
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%3B", ";")
    .replaceAll("%7E", "~");
  return text === "" ? "" : `?${text}`;
}
