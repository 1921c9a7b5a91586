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
  const lower = IS_ASCII.test(text) ? text.toLowerCase() : withoutMarks(text);
  return lower.replace(/\s+/g, " ").trim();
}

function withoutMarks(text: string): string {
  const letters = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(OTHER_LETTERS, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a search, in the form of `plainText`; none where there is nothing to search for. */
export function wordsOf(search: string): string[] {
  return plainText(search).split(" ").filter(Boolean);
}
