/** Placeholders that exports write for null. Not "NA", the code of Namibia. */
const EMPTY_VALUES = new Set(["", "null", "n/a", "#n/a", "nan", "nat", "none", "-", "\\n", "<na>"]);
const LONGEST = 4;
/** Characters that a placeholder, or a space, begins with. */
const BEGINS = Array.from(
  { length: 128 },
  (_, code) => code <= 32 || "nN#-\\<".includes(String.fromCharCode(code)),
);

/** Null for an empty cell or a placeholder, else the text unchanged. Called for every cell of a file. */
export function withoutEmptyValue(text: string): string | null {
  if (text === "") return null;
  const isPlain = BEGINS[text.charCodeAt(0)] !== true;
  if (isPlain) return text;
  const trimmed = text.trim();
  return trimmed.length <= LONGEST && EMPTY_VALUES.has(trimmed.toLowerCase()) ? null : text;
}
