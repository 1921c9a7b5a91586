/** The languages that a reader can choose; each has all words. */
export const LANGUAGES = ["en", "de", "zh-Hant"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Made of English to try the page with: longer and accented words, words from right to left. Not offered to readers. */
const PSEUDO_LANGUAGES = ["en-XA", "ar-XB"] as const;

/** What there are words for. */
export type Catalogue = Language | (typeof PSEUDO_LANGUAGES)[number];

/** `locale` is a language tag with the reader's own region where it is known, for numbers, dates and names. */
export type ReaderLanguage = { catalogue: Catalogue; locale: string };

/** The catalogue for a language tag (BCP 47); null where there is none, and for what is no tag. */
export function catalogueOf(tag: string): Catalogue | null {
  const locale = localeOf(tag);
  if (!locale) return null;
  const { language, region } = locale;
  const pseudo = PSEUDO_LANGUAGES.find((name) => name === `${language}-${region}`);
  if (pseudo) return pseudo;
  // Simplified characters are another script: its readers get another language, not another people's spelling.
  if (language === "zh") return locale.maximize().script === "Hant" ? "zh-Hant" : null;
  return LANGUAGES.find((name) => name === language) ?? null;
}

/** The first of these tags that there are words for, else English. A tag without a region takes that of a later one. */
export function chooseLanguage(tags: readonly string[]): ReaderLanguage {
  const tag = tags.find((one) => catalogueOf(one) !== null) ?? "en";
  const catalogue = catalogueOf(tag) ?? "en";
  const regional = tags.find((one) => catalogueOf(one) === catalogue && hasRegion(one));
  return { catalogue, locale: hasRegion(tag) ? tag : (regional ?? tag) };
}

/** The direction in which a language is written. */
export function textDirectionOf(tag: string): "ltr" | "rtl" {
  const catalogue = catalogueOf(tag);
  // The browser takes long to find out about a language that it has not met yet.
  if (LANGUAGES.some((name) => name === catalogue)) return "ltr";
  return ["Arab", "Hebr"].includes(localeOf(tag)?.maximize().script ?? "") ? "rtl" : "ltr";
}

/** What a language calls itself: "Deutsch". A tag of the languages above. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}

function hasRegion(tag: string): boolean {
  return new Intl.Locale(tag).region !== undefined;
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
