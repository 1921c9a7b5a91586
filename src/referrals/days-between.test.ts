import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, DAY_MS, daysBetween } from "#lib/calendar.ts";
import { summariseTimes } from "#referrals/testing/reference-rules.ts";
import { daysByKey } from "./times-summary.ts";

it("is the median of whole days by key, to the day", () => {
  const pair = (to: string, count: number) => ({ key: "US", from: "2024-02-28", to, count });
  expect(daysByKey([pair("2024-02-28", 1), pair("2024-03-01", 3)]).get("US")).toMatchObject({
    precision: "day",
    count: 4,
    median: 2 * DAY_MS,
  });
});

it("leaves out who lacks a date or has them out of order, and keys without any other", () => {
  const pairs = [
    { key: "A", from: null, to: "2024-01-01", count: 1 },
    { key: "A", from: "2024-01-01", to: null, count: 1 },
    { key: "B", from: "2024-01-02", to: "2024-01-01", count: 1 },
    { key: "C", from: "2024-01-02", to: "2024-01-02", count: 0 },
  ];
  expect(daysByKey(pairs)).toEqual(new Map());
});

it("is the same as of single referrals", () => {
  const anyDay = fc.integer({ min: 0, max: 20 }).map((days) => addDays("2024-02-20", days));
  const anyPair = fc.record({ key: fc.constantFrom("A", "B"), from: anyDay, to: anyDay, count: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(anyPair), (pairs) => {
      const byKey = daysByKey(pairs);
      for (const key of ["A", "B"]) {
        const days = pairs
          .filter((pair) => pair.key === key && pair.from <= pair.to)
          .flatMap(({ from, to, count }) => Array<number>(count).fill(daysBetween(from, to) * DAY_MS));
        const single = summariseTimes(days);
        expect(byKey.get(key) ?? { kind: "absent" }).toEqual(
          single.kind === "absent" ? single : { ...single, precision: "day" },
        );
      }
    }),
  );
});
