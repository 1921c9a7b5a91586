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
/** Most texts are plain but for their case; one look tells, and is a lot cheaper than replacing. */
const IS_ASCII = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** A text as searches compare it: without case, accents and blanks too many. */
export function searchKey(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase();
  const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const plain = letters.replace(OTHER_LETTERS, (letter) => PLAIN[letter] ?? letter);
  return plain.replace(/\s+/g, " ").trim();
}

/** Texts of a dictionary in plain letters, kept as long as the dictionary is; null is empty. */
export function searchKeys(values: readonly (string | null)[]): readonly string[] {
  const known = kept.get(values);
  if (known?.length === values.length) return known;
  const found = values.map((value) => searchKey(value ?? ""));
  kept.set(values, found);
  return found;
}

const kept = new WeakMap<readonly (string | null)[], readonly string[]>();

/** The words of a search, in the form of `plainText`; none where there is nothing to search for. */
export function wordsOf(search: string): string[] {
  return searchKey(search).split(" ").filter(Boolean);
}
