/** What exports write for "nothing". "NA" is not among them: it is the code of Namibia. */
const EMPTY_WORDS = new Set(["", "null", "n/a", "#n/a", "nan", "nat", "none", "-", "\\n", "<na>"]);
const LONGEST = 4;

/** Null for an empty cell or a word for nothing, else the text as it stands. */
export function withoutEmptyWord(text: string): string | null {
  if (text.length > LONGEST) return text.charCodeAt(0) <= 32 && text.trim() === "" ? null : text;
  return EMPTY_WORDS.has(text.trim().toLowerCase()) ? null : text;
}
