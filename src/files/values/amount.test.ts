import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountWith, chooseMarks, createAmountColumn, observeAmount, takeAmount } from "./amount.ts";

/** The values of a table's columns; null for what is unreadable or empty. */
function readColumns(texts: readonly (readonly string[])[], isTyped = false): (number | null)[][] {
  const columns = texts.map((_, place) => createAmountColumn(`${place}`, isTyped));
  for (const [place, column] of columns.entries())
    for (const text of texts[place] ?? []) observeAmount(column, text);
  const marks = chooseMarks(columns);
  return texts.map((some, place) =>
    some.map((text) => {
      const amount = takeAmount(text);
      const choice = marks.get(columns[place] as (typeof columns)[number]);
      return amount === null || amount === "empty" ? null : amountWith(amount, choice?.mark ?? null);
    }),
  );
}

const readColumn = (texts: readonly string[]) => readColumns([texts])[0] ?? [];

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
    [
      ["18.000", "5.000", "120.000", "7.500"],
      [18_000, 5_000, 120_000, 7_500],
    ],
    [
      ["18.000", "7.5"],
      [18, 7.5],
    ],
    [
      ["1.234,56", "1,234.56", "2.000,00"],
      [1234.56, 1234.56, 2000],
    ],
    [
      ["1.5E+06", "1E6", "1,5E+03", "18000"],
      [1_500_000, 1_000_000, 1_500, 18_000],
    ],
    [
      ["(500)", "-500", "500-", "-€1,200.00", "€ -3", "($5)", "−7", "-0"],
      [-500, -500, -500, -1200, -3, -5, -7, 0],
    ],
    [
      ["１２，０００", "NT$ 12,000", "1,20,000", "12,34,567.50", "5,000 元", "kr 1 000", "0.125"],
      [12_000, 12_000, 120_000, 1_234_567.5, 5_000, 1_000, 0.125],
    ],
    [
      [
        "18k",
        "1.2M",
        "50 Tsd.",
        "12萬",
        "18 k€",
        "5 M$",
        "10,000 - 20,000",
        "TBD",
        "50 %",
        "1.2.3",
        "(5",
        "€ -",
      ],
      Array.from({ length: 12 }, () => null),
    ],
  ])("%j are %j", (texts, values) => {
    expect(readColumn(texts)).toEqual(values);
  });

  it("are decimal where another column of the table shows the mark, or a program wrote them", () => {
    expect(readColumns([["18.000"], ["7.5"]])).toEqual([[18], [7.5]]);
    expect(readColumns([["18.000"], ["7,5"]])).toEqual([[18_000], [7.5]]);
    expect(readColumns([["18.125"]], true)).toEqual([[18.125]]);
    expect(readColumns([["18.000"]], true)).toEqual([[18_000]]);
  });

  it.each([
    ["USD 1,000.50", "USD"],
    ["2.000,25 eur", "EUR"],
    ["€5", "EUR"],
    ["5 Euro", "EUR"],
    ["£5", "GBP"],
    ["$3,000.00", null],
    ["$3 USD", "USD"],
    ["¥4,000", null],
    ["18,000", null],
  ])("%s names the currency %s", (text, currency) => {
    expect(takeAmount(text)).toMatchObject({ currency });
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
