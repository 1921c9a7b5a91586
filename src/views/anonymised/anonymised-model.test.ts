import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/calendar.ts";
import { anonymisedGrain, anonymisedParts, anonymisedTrend, rateFrom, timeOf } from "./anonymised-model.ts";

const isSmall = (count: number) => count > 0 && count < 5;
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

const row = (market: string, outcome: "won" | "lost" | "declined", count: number) => ({
  keys: [market],
  outcome,
  acknowledged: outcome !== "declined",
  accepted: outcome !== "declined",
  count,
});

describe("the anonymised parts", () => {
  const rows = [
    row("DE", "won", 10),
    row("DE", "lost", 20),
    row("DE", "declined", 10),
    row("FR", "won", 2),
    row("FR", "lost", 9),
    row("FR", "declined", 9),
    row("IS", "declined", 3),
    row("MT", "declined", 2),
    row("US", "won", 6),
    row("US", "lost", 7),
    row("US", "declined", 8),
  ];
  const table = anonymisedParts(rows, (key) => key ?? "");

  it("are the largest first, the small ones last and together", () => {
    expect(table?.rows.map(({ key, count }) => [key, count])).toEqual([
      ["DE", 40],
      ["US", 21],
      ["FR", 20],
      [null, 5],
    ]);
  });

  it("have rates where nothing small follows from them", () => {
    const rates = table?.rows.map(({ parts }) =>
      (["accepted", "won"] as const).map((reach) => rateFrom(table, parts, reach)),
    );
    expect(rates?.[0]).toMatchObject([
      { part: 30, base: 40 },
      { part: 10, base: 40 },
    ]);
    // France's two wins could be derived if those of the United States were shown.
    expect(rates?.slice(1)).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it("have no win rate where wins are few in all", () => {
    const few = anonymisedParts(
      [row("DE", "won", 3), row("DE", "lost", 20), row("DE", "declined", 9)],
      (key) => key ?? "",
    );
    const [only] = few?.rows ?? [];
    expect(few && rateFrom(few, only?.parts ?? null, "won")).toBeNull();
    expect(few && rateFrom(few, only?.parts ?? null, "accepted")).toMatchObject({ part: 23, base: 32 });
  });
});

describe("the anonymised trend", () => {
  const day = fc.integer({ min: 0, max: 180 }).map((days) => addDays("2025-01-01", days));
  const rows = fc.array(
    fc.record({ key: fc.constantFrom("DE", "FR", "US", "IS"), day, count: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 60 },
  );

  it("draws no point of one to four, and all of them add up", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const shown = anonymisedTrend({
          rows: all,
          period: { from: "2025-01-01", to: "2025-06-30" },
          grain: "month",
          dataTime: Date.UTC(2025, 6, 1),
        });
        const total = sum(all.map(({ count }) => count));
        expect(shown === null).toBe(isSmall(total));
        if (shown === null) return;
        const drawn = [...shown.series.map(({ values }) => values), shown.other ?? []];
        expect([...drawn.flat(), ...shown.totals].filter(isSmall)).toEqual([]);
        expect(sum(drawn.flat())).toBe(total);
        expect(shown.buckets.flat().map(({ start }) => start)).toHaveLength(6);
        expect(shown.totals).toHaveLength(shown.buckets.length);
      }),
    );
  });

  it("has the finest grain with few buckets, unless one is asked for", () => {
    expect(anonymisedGrain({ from: "2025-01-01", to: "2025-12-31" }, null)).toBe("month");
    expect(anonymisedGrain({ from: "2025-01-01", to: "2025-01-14" }, null)).toBe("day");
    expect(anonymisedGrain({ from: "2025-01-01", to: "2025-12-31" }, "week")).toBe("week");
  });
});

describe("the anonymised times", () => {
  const pair = (days: number, count: number) => ({
    from: "2025-03-01",
    to: addDays("2025-03-01", days),
    count,
  });

  it("stand in bins, small ones with those before them", () => {
    const time = timeOf([
      pair(0, 20),
      pair(1, 3),
      pair(3, 6),
      pair(40, 30),
      { from: "2025-03-01", to: null, count: 7 },
    ]);
    expect(time?.bins).toEqual([
      { from: 0, to: 1, count: 23 },
      { from: 2, to: 3, count: 6 },
      { from: 4, to: 7, count: 0 },
      { from: 8, to: 14, count: 0 },
      { from: 15, to: 30, count: 0 },
      { from: 31, to: null, count: 30 },
    ]);
    expect(time).toMatchObject({ count: 59, half: 40, nine: 40 });
  });

  it("have no half and no nine of ten where fewer than five took longer", () => {
    expect(timeOf([pair(2, 9)])).toMatchObject({ half: null, nine: null });
    expect(timeOf([pair(2, 10)])).toMatchObject({ half: 2, nine: null });
    expect(timeOf([pair(2, 50)])).toMatchObject({ half: 2, nine: 2 });
  });

  it("are none where there are fewer than five referrals, with both dates or without", () => {
    expect(timeOf([pair(2, 4)])).toBeNull();
    expect(timeOf([{ from: "2025-03-01", to: null, count: 3 }])).toBeNull();
  });
});
