/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const OTHER_LETTERS = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");
const IS_ASCII = /^[\x20-\x7e]*$/;

/** A text as searches compare it: without case, accents and blanks too many. */
export function plainText(text: string): string {
  if (IS_ASCII.test(text)) return withoutBlanks(text.toLowerCase());
  const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return withoutBlanks(letters.replace(OTHER_LETTERS, (letter) => PLAIN[letter] ?? letter));
}

/** Nearly all texts have no blank too many, and looking is a lot cheaper than replacing. */
function withoutBlanks(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}

/** Texts of a dictionary in plain letters, kept as long as the dictionary is; null is empty. */
export function plainValues(values: readonly (string | null)[]): readonly string[] {
  const known = plain.get(values);
  if (known?.length === values.length) return known;
  const found = values.map((value) => plainText(value ?? ""));
  plain.set(values, found);
  return found;
}

const plain = new WeakMap<readonly (string | null)[], readonly string[]>();

/** The words of a search, in the form of `plainText`; none where there is nothing to search for. */
export function wordsOf(search: string): string[] {
  return plainText(search).split(" ").filter(Boolean);
}
