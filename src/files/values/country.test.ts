import { describe, expect, it } from "vitest";
import { countryCode, marketOf } from "./country.ts";
import { COUNTRY_CODES } from "./country-codes.ts";

describe("countries", () => {
  it("are the 249 of ISO 3166-1 and Kosovo, each once", () => {
    expect(COUNTRY_CODES).toHaveLength(250);
    expect(new Set(COUNTRY_CODES.map((word) => word.slice(0, 2))).size).toBe(250);
    expect(new Set(COUNTRY_CODES.map((word) => word.slice(2))).size).toBe(250);
    expect(COUNTRY_CODES.filter((word) => !/^[A-Z]{5}$/.test(word))).toEqual([]);
  });

  it.each(["en", "de", "zh-Hant"])("are read by their names in %s, long and short", (language) => {
    for (const style of ["long", "short"] as const) {
      const names = new Intl.DisplayNames(language, { type: "region", style });
      for (const word of COUNTRY_CODES) {
        const code = word.slice(0, 2);
        const name = names.of(code) ?? "";
        expect([name, countryCode(name)]).toEqual([name, code]);
        expect(countryCode(`  ${name.toUpperCase()} `)).toBe(code);
      }
    }
  });

  it.each([
    ["Germany", "DE"],
    ["Deutschland", "DE"],
    ["德國", "DE"],
    ["DE", "DE"],
    ["deu", "DE"],
    ["AND", "AD"],
    ["UK", "GB"],
    ["United States of America", "US"],
    ["U.S.A.", "US"],
    ["Trinidad and Tobago", "TT"],
    ["Trinidad & Tobago", "TT"],
    ["St. Lucia", "LC"],
    ["Saint Lucia", "LC"],
    ["Turkey", "TR"],
    ["Curacao", "CW"],
    ["XK", "XK"],
    ["Kosovo", "XK"],
    ["Namibia", "NA"],
    ["NA", "NA"],
    ["Hong Kong SAR", "HK"],
    ["Österreich", "AT"],
    ["Oesterreich", null],
    ["Congo", null],
    ["Korea", null],
    ["Atlantis", null],
    ["", null],
  ])("reads %s as %s", (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it("leaves two letters and unknown names as they are", () => {
    expect(["de", " DE ", "ZZ", "Atlantis", "Deutschland", "uk"].map(marketOf)).toEqual([
      "de",
      " DE ",
      "ZZ",
      "Atlantis",
      "DE",
      "GB",
    ]);
  });
});
