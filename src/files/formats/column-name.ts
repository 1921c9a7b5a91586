/** A column's name without case, blanks and punctuation: the names of a format are compared in this form. */
export function plainColumnName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
