import fc from "fast-check";
import { expect, test } from "vitest";
import { DATE_FIELDS, FIELDS, isDateField, type Referral } from "./fields.ts";
import { createRecordTable, type RecordTable, recordTableOf } from "./record-table.ts";

const anyText = fc.constantFrom(null, "", "a", "b", "__proto__");
const anyDate = fc.constantFrom(null, "", "2024-02-03T04:05:06", "2024-02-03", "soon", "later", "0001-01-01");
const anyReferral = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, isDateField(field) ? anyDate : anyText])),
) as fc.Arbitrary<Referral>;
const anyPage = fc.array(anyReferral, { maxLength: 12 });

/** A table independent of dictionary order. */
function plain({ size, terms, dates }: RecordTable): unknown {
  const texts = Object.entries(terms).map(([field, { codes, values }]) => [
    field,
    Array.from(codes, (code) => values[code]),
  ]);
  return [size, texts, DATE_FIELDS.map((field) => [[...dates[field].at], [...dates[field].unreadable]])];
}

test("pages in columns add up to the table of all their records", () => {
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 4 }), (pages) => {
      const records = pages.flat();
      const builder = createRecordTable();
      for (const page of pages) builder.appendTable(recordTableOf(page));
      expect(plain(builder.table(new Set()))).toEqual(plain(recordTableOf(records)));
      records.forEach((record, row) => {
        expect(builder.firstWithId(row)).toBe(records.findIndex(({ id }) => id === record.id));
      });
    }),
  );
});
