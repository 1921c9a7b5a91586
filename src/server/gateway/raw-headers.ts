/** All values of a header (its name in lower case) as they came over the wire: elsewhere Node joins or drops repeated ones. */
export function rawValues(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}
