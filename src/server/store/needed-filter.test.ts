import fc from "fast-check";
import { expect, test } from "vitest";
import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { neededFilter } from "./needed-filter.ts";
import type { DateEnds } from "./table-facts.ts";
import { filter, referral } from "./testing/arbitraries.ts";
import { queryNaively } from "./testing/naive-store.ts";

test("what is left of a filter selects the same referrals", () => {
  fc.assert(
    fc.property(fc.array(referral, { maxLength: 6 }), filter, (referrals, asked) => {
      const full = new Set<DateField>();
      const ends = new Map<DateField, DateEnds>();
      for (const field of DATE_FIELDS) {
        const dates = referrals.flatMap((one) => {
          const reading = readInstant(one[field]);
          return reading.kind === "instant" ? reading.at : [];
        });
        if (dates.length === referrals.length) full.add(field);
        const isNone = dates.length === 0;
        ends.set(
          field,
          isNone
            ? { oldest: null, latest: null }
            : { oldest: Math.min(...dates), latest: Math.max(...dates) },
        );
      }
      const select = (chosen: typeof asked | null) =>
        queryNaively(referrals, { kind: "records", query: { filter: chosen }, page: { top: 100, skip: 0 } });
      expect(select(neededFilter(asked, { full, ends }))).toEqual(select(asked));
    }),
    { numRuns: 500 },
  );
});

test("drops a period around all dates, unless some referral has none", () => {
  const since = { kind: "date", field: "createdDate", operator: "ge", instant: 5 } as const;
  const until = { kind: "date", field: "createdDate", operator: "lt", instant: 10 } as const;
  const won = { kind: "term", field: "status", operator: "eq", value: "Won" } as const;
  const ends = new Map([["createdDate", { oldest: 5, latest: 9 }]] as const);
  const full = new Set(["createdDate"] as const);
  expect(neededFilter({ kind: "and", operands: [since, until] }, { full, ends })).toBeNull();
  expect(neededFilter({ kind: "and", operands: [since, won, until] }, { full, ends })).toEqual(won);
  expect(neededFilter({ kind: "or", operands: [won, since] }, { full, ends })).toBeNull();
  expect(neededFilter(since, { full: new Set(), ends })).toEqual(since);
  expect(neededFilter({ ...since, operator: "gt" }, { full, ends })).toEqual({ ...since, operator: "gt" });
});
