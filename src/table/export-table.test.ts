import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createI18n } from "#i18n/i18n.tsx";
import type { Column, TableModel, ValueColumn } from "./column.ts";
import { exportTable } from "./panel-table.tsx";

type Row = { id: string; name: string | null; count: number | null; share: number | null };

const i18n = createI18n(["en"]);
beforeAll(async () => {
  await i18n.loadViews();
});

const NAME: ValueColumn<Row> = { id: "name", header: "Name", kind: "text", value: ({ name }) => name };
const COUNT: ValueColumn<Row> = { id: "count", header: "Count", kind: "count", value: ({ count }) => count };
const SHARE: ValueColumn<Row> = { id: "share", header: "Share", kind: "share", value: ({ share }) => share };

function modelOf(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  more: Partial<TableModel<Row>> = {},
): TableModel<Row> {
  return { rows, columns, rowKey: ({ id }) => id, ...more };
}

const rowOf = (part: Partial<Row>): Row => ({ id: "", name: null, count: null, share: null, ...part });

/** A file as rows of values, header first. */
function contentOf(model: TableModel<Row>) {
  const { size, columns } = exportTable(model, "Panel", i18n);
  return [
    columns.map(({ name }) => name),
    ...Array.from({ length: size }, (_, at) => columns.map(({ read }) => read(at))),
  ];
}

describe("the order of an exported table", () => {
  const row = fc.record({
    id: fc.uuid(),
    name: fc.option(fc.constantFrom("Österreich", "Oman", "Zypern", "a", "B")),
    count: fc.option(fc.integer({ min: 0, max: 3 })),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const by = fc.record({ id: fc.constantFrom("name", "count", "share"), desc: fc.boolean() });

  it("is that of its column: absent values last both ways, equals as they came, bottom rows below all", () => {
    const bottomRows = [rowOf({ id: "bottom", name: "All", count: 99 })];
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), by, (rows, { id, desc }) => {
        const sort = { by: [{ id, desc }], onSort: () => {} };
        const columns = [{ ...NAME, id: "id", value: (one: Row) => one.id }, NAME, COUNT, SHARE];
        const [, ...lines] = contentOf(modelOf(rows, columns, { sort, bottomRows }));
        expect(lines.map(([name]) => name)).toEqual([...naiveOrder(rows, id as "name", desc), "bottom"]);
      }),
      { numRuns: 200 },
    );
  });

  it("is that of what a column is sorted by, where that is more exact than its value", () => {
    const rows = [rowOf({ id: "a", count: 1.24 }), rowOf({ id: "b", count: 1.21 })];
    const rounded = { ...COUNT, value: () => 1.2, sortValue: COUNT.value };
    const columns = [{ ...NAME, value: (one: Row) => one.id }, rounded];
    const order = (desc: boolean) =>
      contentOf(modelOf(rows, columns, { sort: { by: [{ id: "count", desc }], onSort: () => {} } }));
    expect(order(false).slice(1)).toEqual([
      ["b", 1.2],
      ["a", 1.2],
    ]);
    expect(order(true).slice(1)).toEqual([
      ["a", 1.2],
      ["b", 1.2],
    ]);
  });

  /** Insertion sort, stable. */
  function naiveOrder(rows: readonly Row[], column: "name" | "count" | "share", desc: boolean): string[] {
    const comesAfter = (a: Row, b: Row): boolean => {
      const [one, other] = [a[column], b[column]];
      if (one === null || other === null) return one === null && other !== null;
      const order = typeof one === "string" ? one.localeCompare(String(other), "en") : one - Number(other);
      return desc ? order < 0 : order > 0;
    };
    const sorted: Row[] = [];
    for (const one of rows) {
      const at = sorted.findIndex((other) => comesAfter(other, one));
      sorted.splice(at < 0 ? sorted.length : at, 0, one);
    }
    return sorted.map(({ id }) => id);
  }
});

describe("the columns of an exported table", () => {
  it("are its values, exact, with texts in one line; what is only looked at is left out", () => {
    const rows = [rowOf({ name: " A\n  B\u00a0C ", count: 3, share: 1 / 3 }), rowOf({ name: "" })];
    const picture: Column<Row> = { id: "bar", header: "Bar", cell: () => "bar" };
    expect(contentOf(modelOf(rows, [NAME, COUNT, picture, SHARE]))).toEqual([
      ["Name", "Count", "Share"],
      ["A B C", 3, 1 / 3],
      [null, null, null],
    ]);
  });

  it("have codes and notes beside them only where these say more", () => {
    const named = { ...NAME, code: ({ id }: Row) => id };
    const noted = { ...COUNT, note: ({ count }: Row) => (count === 1 ? "few" : null) };
    const same = [rowOf({ id: "won", name: "Won", count: 2 })];
    expect(contentOf(modelOf(same, [named, noted]))).toEqual([
      ["Name", "Count"],
      ["Won", 2],
    ]);
    const more = [...same, rowOf({ id: "DE", name: "Germany", count: 1 })];
    expect(contentOf(modelOf(more, [named, noted]))).toEqual([
      ["Name", "Name (code)", "Count", "Count (note)"],
      ["Won", "won", 2, null],
      ["Germany", "DE", 1, "few"],
    ]);
  });

  const kindsOf = (column: ValueColumn<Row>, values: readonly (number | string | null)[]) => {
    const rows = values.map((value) => rowOf({ name: value as string }));
    const [exported] = exportTable(modelOf(rows, [{ ...column, value: NAME.value }]), "", i18n).columns;
    return { name: exported?.name, kind: exported?.kind, kinds: rows.map((_, at) => exported?.kindAt?.(at)) };
  };

  it("say the unit of times in their name, unless the column mixes kinds", () => {
    const hours = { name: "Count (hours)", kind: "duration", kinds: [undefined, undefined] };
    expect(kindsOf({ ...COUNT, kind: "duration" }, [7, null])).toEqual(hours);
    const mixed: ValueColumn<Row> = {
      ...COUNT,
      kind: ({ name }) => (Number(name) < 5 ? "count" : "duration"),
    };
    expect(kindsOf(mixed, [7, 4])).toEqual({ name: "Count", kind: "duration", kinds: ["duration", "count"] });
  });

  it("hold whole numbers as counts, others as plain numbers, and nothing as texts", () => {
    expect(kindsOf({ ...COUNT, kind: "points" }, [-1.5, 0])).toEqual({
      name: "Count",
      kind: "number",
      kinds: ["number", "count"],
    });
    expect(kindsOf(COUNT, [null])).toMatchObject({ kind: "text" });
  });

  it("are called by their caption, else by their panel", () => {
    const rows: Row[] = [];
    expect(exportTable(modelOf(rows, [NAME]), "Panel", i18n)).toMatchObject({ title: "Panel", size: 0 });
    expect(exportTable(modelOf(rows, [NAME], { caption: " Own " }), "Panel", i18n).title).toBe("Own");
  });
});
