/** Letters that Unicode does not decompose into a base letter and a mark. */
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
/** Fast path: most texts only need lower-casing. */
const IS_ASCII = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Normalises text for searching: case, accents and repeated spaces are ignored. */
export function searchKey(text: string): string {
  if (IS_ASCII.test(text)) return text.toLowerCase();
  const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const plain = letters.replace(OTHER_LETTERS, (letter) => PLAIN[letter] ?? letter);
  return plain.replace(/\s+/g, " ").trim();
}

/** Search keys of a dictionary, cached with it; null is empty. */
export function searchKeys(values: readonly (string | null)[]): readonly string[] {
  const known = kept.get(values);
  if (known?.length === values.length) return known;
  const found = values.map((value) => searchKey(value ?? ""));
  kept.set(values, found);
  return found;
}

const kept = new WeakMap<readonly (string | null)[], readonly string[]>();

/** The words of a search as search keys; empty where there is nothing to search for. */
export function wordsOf(search: string): string[] {
  return searchKey(search).split(" ").filter(Boolean);
}
