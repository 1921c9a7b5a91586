import { writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { openTables } from "#files/decode/open-tables.ts";
import { NOTHING_JOINED, type TableReport } from "#files/import/import-report.ts";
import { importTable, planFor, scoreOf } from "#files/import/import-table.ts";
import { bytesOf } from "#files/testing/read-file.ts";
import { loadNotes } from "./load-notes.ts";

const NOTHING = { tables: [], joined: NOTHING_JOINED, registrations: null };

it("one import, one referral and one registration are singular", () => {
  const history = { imports: 1, first: 0, last: 0, problem: null };
  const joined = { ...NOTHING_JOINED, records: 2, referrals: 1 };
  expect(
    loadNotes({ ...NOTHING, joined, history, registrations: { records: 1, withoutReferral: 1 } }),
  ).toEqual([
    "2 records are 1 referral, put together by their ids.",
    "1 import is kept in HISTORY_DIR, the first of 1970-01-01T00:00:00.000Z.",
    "1 of 1 registration has no referral here.",
  ]);
  const more = {
    ...NOTHING,
    history: { ...history, imports: 2 },
    registrations: { records: 3, withoutReferral: 2 },
  };
  expect(loadNotes(more).map((line) => line.slice(0, 31))).toEqual([
    "2 imports are kept in HISTORY_D",
    "2 of 3 registrations have no re",
  ]);
});

it("names every sheet that is read, and those that are not", async () => {
  const months = ["October", "November"].map((name, month) => ({
    name,
    rows: [
      ["id", "status", "createdDate"],
      ...Array.from({ length: 6 - month }, (_, row) => [
        `${name}-${row}`,
        "Won",
        `2026-1${month}-0${row + 1}`,
      ]),
    ],
  }));
  const book = await writeXlsx({
    sheets: [
      ...months,
      {
        name: "Sums",
        rows: [
          ["status", "count"],
          ["Won", 11],
        ],
      },
    ],
  });
  const opened = await openTables(bytesOf(book, "book.xlsx"), {
    headerScore: (cells) => scoreOf(cells, null),
  });
  const tables: TableReport[] = [];
  const ids = new Set<string | null>();
  for (const table of opened) {
    const plan = planFor(table, null);
    if (!plan) throw new Error(`${table.name} has no plan.`);
    const sink = {
      referral: ({ terms }: { terms: { id: string | null } }) => void ids.add(terms.id),
      registration: () => {},
      flush: () => {},
    };
    tables.push(await importTable(table, plan, sink, { dateOrder: null, now: Date.now(), mapping: null }));
  }
  expect(ids.size).toBe(6 + 5);
  expect(loadNotes({ ...NOTHING, tables })).toEqual([
    "book.xlsx!October: 6 rows read.",
    "book.xlsx!October: sheets with other columns are not read: Sums. Save one as a file to read it.",
    "book.xlsx!November: 5 rows read.",
  ]);
});
