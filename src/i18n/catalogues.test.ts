import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { CATALOGUES } from "./catalogues.ts";
import { argumentsOf } from "./testing/arguments.ts";

async function allWords(catalogue: keyof typeof CATALOGUES): Promise<Record<string, string>> {
  const parts = Object.values(CATALOGUES[catalogue]);
  return Object.assign({}, ...(await Promise.all(parts.map((load) => load()))));
}

const english = await allWords("en");

const LOCALES = { en: "en", de: "de", "zh-Hant": "zh-Hant", "en-XA": "en", "ar-XB": "ar" } as const;

/** Texts that are equal in German: names, formulas, loan words. */
const SAME = {
  de: /^(CSV|curl|Microsoft|Bytes|Status|Name|Median|Segment|System|ID|Trends|Partner in \{\w+\}(, \{period\})?|\{count\} h)$/,
  "zh-Hant": /^(CSV|curl|Ctrl\+Z|Shift\+Ctrl\+Z)$/,
};

describe.each(Object.keys(LOCALES) as (keyof typeof LOCALES)[])("the words of %s", async (catalogue) => {
  const locale = LOCALES[catalogue];
  const t = await allWords(catalogue);
  const entries = Object.entries(t);

  it("are those of English, no more and no fewer", () => {
    expect(entries.length).toBeGreaterThan(800);
    expect(Object.keys(t).sort()).toEqual(Object.keys(english).sort());
  });

  it("take the arguments that English takes, and choose from as much", () => {
    const different = entries.filter(([key, message]) => {
      const [own, source] = [argumentsOf(message), argumentsOf(english[key] ?? "")];
      return JSON.stringify(own.plain) !== JSON.stringify(source.plain);
    });
    expect(different).toEqual([]);
  });

  it("have each plural that the language has, and each case that English names", () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    // The pseudo-languages have English plurals; "other" covers the missing categories.
    const needed = catalogue === "ar-XB" ? ["other"] : categories;
    const wrong = entries.filter(([key, message]) => {
      const source = argumentsOf(english[key] ?? "").plurals;
      return Object.entries(argumentsOf(message).plurals).some(([name, cases]) => {
        const exact = (source[name] ?? []).filter((one) => one.startsWith("="));
        const isKnown = (one: string) =>
          one.startsWith("=") || new Set<string>([...categories, "other"]).has(one);
        return ![...needed, ...exact].every((one) => cases.includes(one)) || !cases.every(isKnown);
      });
    });
    expect(wrong).toEqual([]);
  });

  it("can be said with any figure", () => {
    for (const [key, message] of entries) {
      const format = new IntlMessageFormat(message, locale);
      for (const figure of [0, 1, 2, 24113.5]) {
        const values = Object.fromEntries(argumentsOf(message).names.map((name) => [name, figure]));
        expect(String(format.format(values)), key).not.toBe("");
      }
    }
  });
});

describe.each(Object.keys(SAME) as (keyof typeof SAME)[])("the words of %s", async (catalogue) => {
  const t = await allWords(catalogue);

  it("are not English", () => {
    const hasWords = (message: string) => /\p{L}{2}/u.test(message.replace(/\{\w+\}/g, ""));
    const same = Object.entries(t).filter(
      ([key, message]) => message === english[key] && hasWords(message) && !SAME[catalogue].test(message),
    );
    expect(same).toEqual([]);
  });

  it("have no double blanks, none at an end, and the quotes of their language", () => {
    const wrong = Object.values(t).filter((message) => /^\s|\s$| {2}|["“]\w|'|\.\.\./.test(message));
    expect(wrong).toEqual([]);
  });
});

describe("the longer pseudo-language", async () => {
  const t = await allWords("en-XA");
  const long = Object.entries(t).filter(([key]) => !/[{}]/.test(english[key] ?? ""));

  it("is two fifths longer than English over all", () => {
    const length = (texts: string[]) => texts.join("").length;
    const ratio =
      length(long.map(([, message]) => message)) / length(long.map(([key]) => english[key] ?? ""));
    expect(ratio).toBeGreaterThan(1.4);
    expect(ratio).toBeLessThan(1.6);
  });

  it("has no plain letter left", () => {
    expect(long.filter(([, message]) => /[a-z]/i.test(message))).toEqual([]);
  });
});
