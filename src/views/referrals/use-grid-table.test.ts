import { constructTable } from "@tanstack/react-table";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  pinnedFirst,
  REFERRAL_COLUMNS,
  REFERRAL_KEYS,
  type ReferralColumn,
  type ReferralKeys,
  type ShownColumn,
} from "#selection/keys/referrals.ts";
import type { Widths } from "./column-layout.ts";
import {
  columnDefs,
  columnState,
  type GridTable,
  gridOptions,
  moveColumn,
  shownColumns,
} from "./use-grid-table.ts";

const COLUMNS = Object.fromEntries(
  REFERRAL_COLUMNS.map((id) => [
    id,
    { header: id, value: ({ row }: { row: number }) => row, sortDescFirst: id === "created" || id === "age" },
  ]),
) as Parameters<typeof columnDefs>[0];

type Held = Pick<ReferralKeys, "columns" | "sort"> & { widths: Widths };
const USUAL: Held = {
  columns: REFERRAL_KEYS.columns.fallback,
  sort: REFERRAL_KEYS.sort.fallback,
  widths: {},
};

/** State of address and browser after an action on the table. */
function resultOf(held: Held, act: (table: GridTable) => void): Held {
  let next = held;
  const options = gridOptions(
    {
      keys: held,
      change: (part) => {
        next = { ...next, ...part };
      },
      widths: held.widths,
      onWidths: (widths) => {
        next = { ...next, widths };
      },
    },
    columnDefs(COLUMNS),
    [],
  );
  const features = { ...options.features, coreReactivityFeature: storeReactivityBindings() };
  act(constructTable({ ...options, features } as typeof options) as unknown as GridTable);
  return next;
}

const namesOf = ({ columns }: Held) => columns.map(({ column }) => column);
const toggle = (id: ReferralColumn) => (table: GridTable) => table.getColumn(id)?.toggleVisibility();
const pin = (id: ReferralColumn, isPinned: boolean) => (table: GridTable) =>
  table.getColumn(id)?.pin(isPinned ? "start" : false);

describe("the columns of a list", () => {
  const shown: fc.Arbitrary<readonly ShownColumn[]> = fc
    .uniqueArray(fc.record({ column: fc.constantFrom(...REFERRAL_COLUMNS), isPinned: fc.boolean() }), {
      minLength: 1,
      selector: ({ column }) => column,
    })
    .map(pinnedFirst);

  it("are in the table as in the address", () => {
    fc.assert(
      fc.property(shown, (columns) => {
        expect(shownColumns(columnState(columns))).toEqual(columns);
        resultOf({ ...USUAL, columns }, (table) => {
          const ids = table.getVisibleLeafColumns().map((column) => column.id);
          expect(ids).toEqual(columns.map(({ column }) => column));
        });
      }),
    );
  });

  it("are hidden, and shown again behind the others", () => {
    const without = resultOf(USUAL, toggle("outcome"));
    expect(namesOf(without)).toEqual(namesOf(USUAL).filter((id) => id !== "outcome"));
    expect(namesOf(resultOf(without, toggle("outcome"))).at(-1)).toBe("outcome");
  });

  it("stand first when they are kept in sight, and first among the others when they no longer are", () => {
    const pinned = resultOf(USUAL, pin("created", true));
    expect(namesOf(pinned).slice(0, 3)).toEqual(["customer", "created", "outcome"]);
    const released = resultOf(pinned, pin("customer", false));
    expect(released.columns.slice(0, 2)).toEqual([
      { column: "created", isPinned: true },
      { column: "customer", isPinned: false },
    ]);
  });

  it("change places with their neighbours of the same kind only", () => {
    const move = (id: ReferralColumn, by: 1 | -1, held = USUAL) =>
      namesOf(resultOf(held, (table) => moveColumn(table, id, by)));
    expect(move("outcome", 1).slice(0, 3)).toEqual(["customer", "created", "outcome"]);
    expect(move("outcome", -1)).toEqual(namesOf(USUAL));
    expect(move("id", 1)).toEqual(namesOf(USUAL));
    const two = resultOf(USUAL, pin("created", true));
    expect(move("created", -1, two).slice(0, 3)).toEqual(["created", "customer", "outcome"]);
  });

  it("are as wide as they are drawn, within what can be used, and as usual again", () => {
    const size = (id: ReferralColumn, width: number) => (table: GridTable) =>
      table.setColumnSizing((old) => ({ ...old, [id]: width }));
    const both = resultOf(resultOf(USUAL, size("id", 333.4)), size("status", 5));
    expect(both.widths).toEqual({ id: 333, status: 64 });
    expect(resultOf(both, (table) => table.getColumn("id")?.resetSize()).widths).toEqual({ status: 64 });
  });
});

describe("a press on the head of a column", () => {
  const press = (id: ReferralColumn, adds: boolean, held: Held) =>
    resultOf(held, (table) => table.getColumn(id)?.toggleSorting(undefined, adds));

  it("sorts by it, then the other way round, then as usual", () => {
    const first = press("customer", false, USUAL);
    expect(first.sort).toEqual([{ id: "customer", desc: false }]);
    const second = press("customer", false, first);
    expect(second.sort).toEqual([{ id: "customer", desc: true }]);
    expect(press("customer", false, second).sort).toEqual(USUAL.sort);
  });

  it("begins with the newest and the longest", () => {
    expect(press("age", false, USUAL).sort).toEqual([{ id: "age", desc: true }]);
  });

  it("adds a further column, turns it round in its place and takes it away again", () => {
    const two = press("id", true, USUAL);
    expect(two.sort).toEqual([...USUAL.sort, { id: "id", desc: false }]);
    const turned = press("id", true, two);
    expect(turned.sort).toEqual([...USUAL.sort, { id: "id", desc: true }]);
    expect(press("created", true, turned).sort).toEqual([
      { id: "created", desc: false },
      { id: "id", desc: true },
    ]);
    expect(press("id", true, turned).sort).toEqual(USUAL.sort);
  });
});
