import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnonymisedTable, anonymisedFunnel, anonymisedTable } from "./anonymised.ts";
import { type CountedRow, MIN_CELL_COUNT } from "./cell-suppression.ts";
import { funnelOf } from "./funnel.ts";
import { anyOutcomeCount } from "./testing/arbitraries.ts";

const row = (key: string, ...counts: number[]): CountedRow => ({ key, counts });
const isSmall = (count: number) => count > 0 && count < MIN_CELL_COUNT;
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

const tables = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc
    .array(fc.array(fc.oneof(fc.nat(7), fc.nat(60)), { minLength: columns, maxLength: columns }), {
      maxLength: 7,
    })
    .map((all) => all.map((counts, at) => row(`k${at}`, ...counts))),
);

/** Every number that a table shows, as the cells (row, column) of the original table that it sums. */
function shownSums(
  given: readonly CountedRow[],
  table: AnonymisedTable,
): { cells: string[]; count: number }[] {
  const columns = given[0]?.counts.map((_, at) => at) ?? [];
  const cellsOf = (keys: readonly string[], at: readonly number[]) =>
    keys.flatMap((key) => at.map((column) => `${key} ${column}`));
  const all = given.map(({ key }) => key);
  return [
    { cells: cellsOf(all, columns), count: table.count },
    ...table.columns.map((at, place) => ({ cells: cellsOf(all, at), count: table.parts[place] ?? 0 })),
    ...table.rows.flatMap(({ members, count, parts }) => [
      { cells: cellsOf(members, columns), count },
      ...(parts ?? []).map((part, place) => ({
        cells: cellsOf(members, table.columns[place] ?? []),
        count: part,
      })),
    ]),
  ];
}

/** The counts of the original table by cell, as candidates for an alternative table. */
const cellsOf = (given: readonly CountedRow[]) =>
  new Map<string, number>(
    given.flatMap(({ key, counts }) => counts.map((count, at) => [`${key} ${at}`, count] as const)),
  );

/**
 * Whether another table would show the same numbers with another count in this cell: move one referral between two
 * cells of a sum, or shift along a rectangle of four cells in two rows and columns.
 */
function mayDiffer(given: readonly CountedRow[], table: AnonymisedTable, cell: string): boolean {
  const cells = cellsOf(given);
  const sums = shownSums(given, table).map((one) => new Set(one.cells));
  const sameSums = (changes: ReadonlyMap<string, number>) =>
    sums.every((set) => sum([...changes].map(([key, by]) => (set.has(key) ? by : 0))) === 0);
  const isPossible = (changes: ReadonlyMap<string, number>) =>
    [...changes].every(([key, by]) => (cells.get(key) ?? 0) + by >= 0) && sameSums(changes);
  const [key = "", column = ""] = cell.split(" ");
  return [...cells.keys()].some((other) => {
    const [otherKey = "", otherColumn = ""] = other.split(" ");
    if (other === cell) return false;
    const [a, b] = [`${key} ${otherColumn}`, `${otherKey} ${column}`];
    return [1, -1].some(
      (by) =>
        isPossible(
          new Map([
            [cell, by],
            [other, -by],
          ]),
        ) ||
        (otherKey !== key &&
          otherColumn !== column &&
          isPossible(
            new Map([
              [cell, by],
              [other, by],
              [a, -by],
              [b, -by],
            ]),
          )),
    );
  });
}

describe.each(["some", "every"] as const)("an anonymised table, %s part of a row shown", (every) => {
  it("shows no count from 1 to 4", () => {
    fc.assert(
      fc.property(tables, (given) => {
        const table = anonymisedTable(given, every);
        if (table === null) return;
        expect(shownSums(given, table).filter(({ count }) => isSmall(count))).toEqual([]);
      }),
    );
  });

  it("shows true sums, whose rows add up to all", () => {
    fc.assert(
      fc.property(tables, (given) => {
        const table = anonymisedTable(given, every);
        const all = sum(given.flatMap(({ counts }) => counts));
        expect(table === null).toBe(isSmall(all));
        if (table === null) return;
        const cells = cellsOf(given);
        for (const { cells: places, count } of shownSums(given, table))
          expect(count).toBe(sum(places.map((place) => cells.get(place) ?? 0)));
        expect(sum(table.rows.map(({ count }) => count))).toBe(all);
        expect(table.rows.flatMap(({ members }) => members).toSorted()).toEqual(
          given.map(({ key }) => key).toSorted(),
        );
      }),
    );
  });

  it("lets no count from 1 to 4 be worked out from all that it shows", () => {
    fc.assert(
      fc.property(tables, (given) => {
        const table = anonymisedTable(given, every);
        if (table === null) return;
        const small = [...cellsOf(given)].filter(([, count]) => isSmall(count));
        expect(small.filter(([cell]) => !mayDiffer(given, table, cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("an anonymised table", () => {
  it("keeps the count of a row whose parts are small, and hides another's parts with them", () => {
    const given = [row("DE", 40, 20), row("FR", 30, 12), row("IT", 9, 6), row("US", 12, 3), row("IS", 2, 0)];
    const table = anonymisedTable(given, "some");
    expect(table?.rows.map(({ key, count, parts }) => [key, count, parts])).toEqual([
      ["DE", 60, [40, 20]],
      ["FR", 42, [30, 12]],
      ["US", 15, null],
      [null, 17, null],
    ]);
  });

  it("is none where there are fewer than five in all", () => {
    expect(anonymisedTable([row("DE", 1, 2), row("FR", 1, 0)], "some")).toBeNull();
  });

  it("is empty where there is nothing", () => {
    expect(anonymisedTable([], "some")).toEqual({ rows: [], columns: [], count: 0, parts: [] });
  });
});

describe("an anonymised funnel", () => {
  it("holds what the funnel holds, and no count from 1 to 4 in it or between its stages", () => {
    fc.assert(
      fc.property(fc.array(anyOutcomeCount), (all) => {
        const stages = anonymisedFunnel(all);
        const { created } = funnelOf(all);
        expect(stages === null).toBe(isSmall(created));
        if (stages === null) return;
        expect(stages[0]?.reached).toBe(created);
        const left = stages.map(({ left: dropOffs }) => sum(dropOffs.map(({ count }) => count)));
        expect(sum(left)).toBe(created);
        stages.forEach(({ reached }, at) => {
          expect(reached - (stages[at + 1]?.reached ?? 0)).toBe(left[at]);
        });
        const shown = stages.flatMap(({ reached, left: dropOffs }) => [
          reached,
          ...dropOffs.map(({ count }) => count),
        ]);
        expect([...shown, ...left].filter(isSmall)).toEqual([]);
      }),
    );
  });

  it("joins wins that are few with what stands before them", () => {
    const of = (outcome: "won" | "lost" | "declined", count: number) => ({
      outcome,
      acknowledged: outcome !== "declined",
      accepted: outcome !== "declined",
      count,
    });
    expect(anonymisedFunnel([of("won", 3), of("lost", 8), of("declined", 20)])).toEqual([
      { stages: ["created"], reached: 31, left: [{ outcomes: ["declined"], count: 20 }] },
      { stages: ["acknowledged"], reached: 11, left: [] },
      { stages: ["accepted", "won"], reached: 11, left: [{ outcomes: ["won", "lost"], count: 11 }] },
    ]);
  });
});
