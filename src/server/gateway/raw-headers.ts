/** All values of a header (lower case name) as received: Node joins or drops repeated ones elsewhere. */
export function rawValues(rawHeaders: readonly string[], name: string): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}
