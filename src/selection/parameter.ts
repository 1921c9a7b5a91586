/** A part of the address: how it is read, how it is written, and what holds where it is absent. */
export type Parameter<T> = {
  name: string;
  fallback: T;
  /** Null for a text that does not fit. */
  parse: (text: string) => T | null;
  /** Null for the fallback, which stays out of the address. */
  print: (value: T) => string | null;
};

export type Parameters<T> = { readonly [Key in keyof T]: Parameter<T[Key]> };

/** A part of the address that could not be used. */
export type AddressFault =
  | { kind: "value"; parameter: string; value: string }
  | { kind: "order" }
  | { kind: "version"; version: string }
  | { kind: "tooLong"; most: number };

/** Longest query of an address that is read, and that is written; a longer one is cut. */
export const MAX_ADDRESS_CHARACTERS = 8000;

/** Mail and chat programs cut links that are longer. */
export const MAX_LINK = 2000;

/** Reads these parameters from the query of an address; what does not fit falls to its fallback and is told. */
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

/** Writes parameters into the query of an address; those at their fallback are taken out of it. */
export function writeParameters<T>(parameters: Parameters<T>, values: T, search: URLSearchParams): void {
  for (const key of Object.keys(parameters) as (keyof T)[]) {
    const { name, print } = parameters[key];
    const text = print(values[key]);
    if (text === null) search.delete(name);
    else search.set(name, text);
  }
}

/** The query of an address with its "?", or "" when nothing is in it; commas and the like stay readable. */
export function printSearch(search: URLSearchParams): string {
  const text = search
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%3B", ";")
    .replaceAll("%7E", "~");
  return text === "" ? "" : `?${text}`;
}
