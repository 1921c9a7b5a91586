import { COUNTRY_ALIASES, COUNTRY_CODES } from "./country-codes.ts";

/** The dashboard's languages, in which names of countries are understood. */
const LANGUAGES = ["en", "de", "zh-Hant"] as const;
const STYLES = ["long", "short"] as const;

/** Words that a name may have or lack. */
const LINKS = /\b(and|und|the)\b/g;

let known: ReadonlyMap<string, string> | null = null;

/**
 * The alpha-2 code of a market given by name (English, German, Traditional Chinese), alpha-2 or alpha-3 code; null for
 * others. "Congo" and "Korea" alone are ambiguous.
 */
export function countryCode(text: string): string | null {
  known ??= countryNames();
  // "AND" is Andorra's code, but removed as a link word from names.
  return known.get(text.trim().toLowerCase()) ?? known.get(plainCountry(text)) ?? null;
}

/**
 * The market that a text is counted under: its code where it names a country in words or three letters, of a code that
 * is no longer used today's (UK, AN, YU), else the text.
 */
export function marketOf(text: string): string {
  const found = markets.get(text);
  if (found !== undefined) return found;
  // A file names few markets, in every row; what names more is no market.
  if (markets.size >= MAX_MARKETS) markets.clear();
  const market = findMarket(text);
  markets.set(text, market);
  return market;
}

const MAX_MARKETS = 1000;
const markets = new Map<string, string>();

function findMarket(text: string): string {
  const code = text.trim();
  if (code.length !== 2) return countryCode(text) ?? text;
  const today = /^[a-z]{2}$/i.test(code) ? new Intl.Locale(`und-${code}`).region : null;
  return today && today !== code.toUpperCase() ? today : text;
}

function countryNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const style of STYLES) addNames(names, new Intl.DisplayNames(language, { type: "region", style }));
  }
  for (const word of COUNTRY_CODES) names.set(word.slice(2).toLowerCase(), word.slice(0, 2));
  for (const [name, code] of Object.entries(COUNTRY_ALIASES)) names.set(plainCountry(name), code);
  for (const word of COUNTRY_CODES) names.set(word.slice(0, 2).toLowerCase(), word.slice(0, 2));
  return names;
}

function addNames(names: Map<string, string>, regions: Intl.DisplayNames): void {
  for (const word of COUNTRY_CODES) {
    const code = word.slice(0, 2);
    const name = regions.of(code);
    if (name && name !== code) names.set(plainCountry(name), code);
  }
}

/** Normalises a name: case, accents, punctuation and articles are ignored; "St." is "Saint", "&" is "and". */
function plainCountry(text: string): string {
  const letters = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
  const words = letters.replaceAll(/\bst\b\.?/g, "saint").replaceAll("&", " and ");
  return words.replaceAll(LINKS, "").replaceAll(/[\s\p{P}\p{S}]/gu, "");
}
