import fc from "fast-check";
import { expect, it } from "vitest";
import { addImport, type Sighting } from "#files/history/history.ts";
import { datedByHistory } from "#files/history/status-ranges.ts";
import type { ImportedRecord } from "#files/records/imported-record.ts";
import { decodeRecord } from "#files/records/record-codec.ts";
import { afterImport, datedColumns, type PageHistory, type PageImport } from "./opened-records.ts";
import { growColumns, recordAt } from "./record-columns.ts";

const row = fc.tuple(
  fc.constantFrom("a", "b", "c", null),
  fc.constantFrom("New", "Accepted", "Won", "Lost", null),
);
const imports = fc
  .array(fc.record({ rows: fc.array(row, { maxLength: 4 }), age: fc.nat(9) }), { minLength: 2, maxLength: 5 })
  .map((list) =>
    list.map(({ rows, age }, place) => ({
      at: 100 + 10 * place,
      asOf: 100 + 10 * place - age,
      records: rows.map(([id, status]) => decodeRecord([[id, status], [1], 0, 0])),
    })),
  );

function columnsOf(records: readonly ImportedRecord[]) {
  const columns = growColumns();
  for (const record of records) columns.append(record);
  return columns.columns();
}

it("tells of imports in columns what the service's history tells of them", () =>
  fc.assert(
    fc.property(imports, (list) => {
      let state: PageImport | PageHistory | null = null;
      let known: Sighting[] = [];
      for (const { at, asOf, records } of list) {
        const imported = { columns: columnsOf(records), asOf, at };
        state = state === null ? imported : afterImport(state, imported);
        const byId = new Map(known.map((one) => [one.record.terms.id, one]));
        const history = { of: (id: string) => byId.get(id) ?? null, all: () => known };
        known = [...addImport(history, { at, asOf, records, isWhole: false })];
      }
      const found = datedColumns(state as PageHistory);
      const rows = Array.from({ length: found.table.size }, (_, at) => recordAt(found, at));
      expect(rows).toEqual(known.map(({ record }) => datedByHistory(record)));
      expect(state).toMatchObject({ imports: list.length, first: 100 });
    }),
  ));
