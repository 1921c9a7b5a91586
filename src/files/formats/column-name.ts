/** Normalises a column name for comparison: case, spaces and punctuation are ignored. */
export function plainColumnName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
