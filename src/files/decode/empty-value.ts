/** What exports write for "nothing". "NA" is not among them: it is the code of Namibia. */
const EMPTY_VALUES = new Set(["", "null", "n/a", "#n/a", "nan", "nat", "none", "-", "\\n", "<na>"]);
const LONGEST = 4;
/** Whether a word for nothing, or a blank, can begin with a character. */
const BEGINS = Array.from(
  { length: 128 },
  (_, code) => code <= 32 || "nN#-\\<".includes(String.fromCharCode(code)),
);

/** Null for an empty cell or a word for nothing, else the text as it stands. Called for each cell of a file. */
export function withoutEmptyValue(text: string): string | null {
  if (text === "") return null;
  const isPlain = BEGINS[text.charCodeAt(0)] !== true;
  if (isPlain) return text;
  const trimmed = text.trim();
  return trimmed.length <= LONGEST && EMPTY_VALUES.has(trimmed.toLowerCase()) ? null : text;
}
