import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfInstant } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { allRows } from "#records/rows.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import { marketCode } from "#referrals/market.ts";
import { outcomeOfReferral, placeInPeriod } from "#referrals/testing/reference-rules.ts";
import type { Where } from "#selection/keys/referrals.ts";
import { closedReader } from "./derived-columns.ts";
import { rowsWhere } from "./where-filter.ts";

const context = { now: NEWEST, isNamedMarket: () => true };

function expectRows(where: Where, search: string, passes: (referral: Referral) => boolean): void {
  fc.assert(
    fc.property(anyRecords, ({ referrals, table }) => {
      const expected = referrals.flatMap((referral, row) => (passes(referral) ? [row] : []));
      expect([...rowsWhere(table, allRows(table), where, search, context)]).toEqual(expected);
    }),
  );
}

describe("what a reader asks of columns", () => {
  it("is everything where nothing is asked", () => expectRows({}, "", () => true));

  it("is the status to the letter, none included", () => {
    expectRows({ status: "Won" }, "", ({ status }) => status === "Won");
    expectRows({ status: "" }, "", ({ status }) => (status ?? "") === "");
  });

  it("is one outcome and one market, both", () => {
    expectRows(
      { outcome: "open-new", market: "" },
      "",
      (one) => outcomeOfReferral(one) === "open-new" && marketCode(one.customerMarket) === "",
    );
  });

  it("is days, both included, or open at one end", () => {
    const days = { from: "2024-02-03", to: "2024-02-20" };
    expectRows({ accepted: days }, "", (one) => placeInPeriod(one, "accepted", days) === "inside");
    expectRows(
      { created: { from: "2024-02-10", to: "" } },
      "",
      (one) => placeInPeriod(one, "created", { from: "2024-02-10", to: "9999-12-31" }) === "inside",
    );
  });

  it("is days of the closing date", () => {
    fc.assert(
      fc.property(anyRecords, ({ table }) => {
        const closedAt = closedReader(table);
        const rows = rowsWhere(
          table,
          allRows(table),
          { closed: { from: "", to: "2024-02-15" } },
          "",
          context,
        );
        const expected = [...allRows(table)].filter((row) => {
          const at = closedAt(row);
          return !Number.isNaN(at) && dayOfInstant(at) <= "2024-02-15";
        });
        expect([...rows]).toEqual(expected);
      }),
    );
  });

  it("is words anywhere in name or id, without accents and capitals", () => {
    expectRows({}, "ZOE", ({ customerName }) => /zo[eë]/i.test(customerName ?? ""));
  });
});
