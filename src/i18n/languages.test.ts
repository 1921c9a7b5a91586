import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf, chooseLanguage, LANGUAGES, languageName, textDirectionOf } from "./languages.ts";

describe("languages", () => {
  it("read the script of Chinese from the region where the tag does not say it", () => {
    for (const tag of ["zh-TW", "zh-HK", "zh-Hant", "zh-hant-mo", "zh-MO"])
      expect(catalogueOf(tag)).toBe("zh-Hant");
    for (const tag of ["zh", "zh-CN", "zh-SG", "zh-Hans-HK"]) expect(catalogueOf(tag)).toBeNull();
  });

  it("have a catalogue for each region of theirs, and none for other languages", () => {
    for (const tag of ["en", "en-GB", "EN-us"]) expect(catalogueOf(tag)).toBe("en");
    for (const tag of ["de", "de-AT", "de-CH"]) expect(catalogueOf(tag)).toBe("de");
    for (const tag of ["fr", "nl", "den", "ar", "", "-", "x", "abc-12"]) expect(catalogueOf(tag)).toBeNull();
  });

  it("take the first tag that has words, with the reader's own region", () => {
    expect(chooseLanguage(["fr", "de", "en-US"])).toEqual({ catalogue: "de", locale: "de" });
    expect(chooseLanguage(["de", "en-GB", "de-AT"])).toEqual({ catalogue: "de", locale: "de-AT" });
    expect(chooseLanguage(["de-CH", "de-AT"])).toEqual({ catalogue: "de", locale: "de-CH" });
    expect(chooseLanguage(["zh-Hant", "zh-CN", "zh-HK"])).toEqual({ catalogue: "zh-Hant", locale: "zh-HK" });
    expect(chooseLanguage(["zh-CN"])).toEqual({ catalogue: "en", locale: "en" });
    expect(chooseLanguage([])).toEqual({ catalogue: "en", locale: "en" });
  });

  it("give a locale that Intl takes, whatever the tags are", () => {
    const tag = fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/));
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        expect(() => new Intl.NumberFormat(chooseLanguage(tags).locale)).not.toThrow();
      }),
    );
  });

  it("are written in the direction of their script", () => {
    expect(["en-GB", "de", "zh-TW", "en-XA"].map(textDirectionOf)).toEqual(["ltr", "ltr", "ltr", "ltr"]);
    expect(["ar-XB", "ar", "he-IL", "fa"].map(textDirectionOf)).toEqual(["rtl", "rtl", "rtl", "rtl"]);
  });

  it("call themselves by their own names", () => {
    expect(LANGUAGES.map(languageName)).toEqual(["English", "Deutsch", "繁體中文"]);
  });
});
