import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAmountColumn, observeAmount, readAmount } from "./amount.ts";

function readColumn(texts: readonly string[]): (number | null)[] {
  const column = createAmountColumn();
  for (const text of texts) observeAmount(column, text);
  return texts.map((text) => readAmount(column, text));
}

describe("amounts", () => {
  it.each([
    [
      ["12500.75", "900000"],
      [12500.75, 900000],
    ],
    [
      ["1.234,56", "1.200"],
      [1234.56, 1200],
    ],
    [
      ["1,234.56", "1,200"],
      [1234.56, 1200],
    ],
    [
      ["7500,5", "1.200"],
      [7500.5, 1200],
    ],
    [["1,200"], [1200]],
    [
      ["USD 1,200.00", "€ 3"],
      [1200, 3],
    ],
    [
      ["1 234,56", "1’234,50"],
      [1234.56, 1234.5],
    ],
    [["1,234,567"], [1234567]],
    [
      ["(5.5)", "-3.25"],
      [-5.5, -3.25],
    ],
    [
      ["much", "0", ""],
      [null, 0, null],
    ],
  ])("%j are %j", (texts, values) => {
    expect(readColumn(texts)).toEqual(values);
  });

  it.each(["en-US", "de-DE", "de-CH", "fr-FR", "zh-TW"])("come back as they were written in %s", (locale) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const cents = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(cents, (list) => {
        const values = list.map((cent) => cent / 100);
        expect(readColumn(values.map((value) => format.format(value)))).toEqual(values);
      }),
    );
  });
});
