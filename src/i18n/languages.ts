/** The languages offered, each complete. */
export const LANGUAGES = ["en", "de", "zh-Hant"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Pseudo-languages for testing: accented and longer, and right to left. Not offered. */
const PSEUDO_LANGUAGES = ["en-XA", "ar-XB"] as const;

export type Catalogue = Language | (typeof PSEUDO_LANGUAGES)[number];

/** `locale` is a language tag with the user's own region if known, for numbers, dates and names. */
export type ReaderLanguage = { catalogue: Catalogue; locale: string };

/** The catalogue for a BCP 47 tag; null for unsupported and invalid tags. */
export function catalogueOf(tag: string): Catalogue | null {
  const locale = localeOf(tag);
  if (!locale) return null;
  const { language, region } = locale;
  const pseudo = PSEUDO_LANGUAGES.find((name) => name === `${language}-${region}`);
  if (pseudo) return pseudo;
  // Simplified Chinese is another script: its readers get the next language instead of Traditional Chinese.
  if (language === "zh") return locale.maximize().script === "Hant" ? "zh-Hant" : null;
  return LANGUAGES.find((name) => name === language) ?? null;
}

/** Language tags in order of preference: from the address, stored, the browser's. */
export function wantedLanguages(asked: string | null, kept: string | null): string[] {
  return [asked, kept, ...navigator.languages].filter((tag) => tag !== null);
}

/** The first supported tag, else English. A tag without a region takes that of a later one. */
export function chooseLanguage(tags: readonly string[]): ReaderLanguage {
  const tag = tags.find((one) => catalogueOf(one) !== null) ?? "en";
  const catalogue = catalogueOf(tag) ?? "en";
  const regional = tags.find((one) => catalogueOf(one) === catalogue && hasRegion(one));
  return { catalogue, locale: hasRegion(tag) ? tag : (regional ?? tag) };
}

export function textDirectionOf(tag: string): "ltr" | "rtl" {
  const catalogue = catalogueOf(tag);
  // Fast path: `Intl.Locale` is slow for a language it has not seen.
  if (LANGUAGES.some((name) => name === catalogue)) return "ltr";
  return ["Arab", "Hebr"].includes(localeOf(tag)?.maximize().script ?? "") ? "rtl" : "ltr";
}

/** The language's own name: "Deutsch". */
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
