import { expect, it } from "vitest";
import { openTables } from "../decode/open-tables.ts";
import { importTable, planFor, scoreOf } from "../import/import-table.ts";
import { bytesOf } from "../testing/read-file.ts";
import type { ImportedRecord } from "./imported-record.ts";

async function read(lines: readonly string[]) {
  const [table] = await openTables(bytesOf(lines.join("\n")), {
    headerScore: (cells) => scoreOf(cells, null),
  });
  const plan = table && planFor(table, null);
  if (!table || !plan) throw new Error("no table");
  const records: ImportedRecord[] = [];
  const sink = {
    referral: (one: ImportedRecord) => void records.push(one),
    registration: () => {},
    flush: () => {},
  };
  const options = { dateOrder: null, now: Date.parse("2026-12-01"), mapping: null };
  const { format, capabilities } = await importTable(table, plan, sink, options);
  return { records, format, ...capabilities };
}

const HEAD =
  "ID,Outcome (code),Created,Created (code),Accepted,Accepted (code),Closed,Closed (code),Last update";

it("an exported list says which of its dates the source had, and how exactly", async () => {
  const { records, format, limits, dayOnly } = await read([
    HEAD,
    "R1,won,2026-10-01T00:00:00Z,day,,unknown,2026-10-09,approximate,2026-10-09",
    "R2,won,2026-10-02T08:00:00Z,,2026-10-03T09:00:00Z,,2026-10-10,,2026-10-12",
    "R3,lost,2026-10-02T00:00:00Z,day,,unknown,,unknown,2026-10-11",
    "R4,declined,2026-10-04T00:00:00Z,,,unknown,2026-10-05,,2026-10-05",
    "R5,open-new,2026-10-05T10:00:00Z,,,unknown,,,2026-10-06",
  ]);
  expect(format).toBe("own-list");
  expect(records.map(({ approximate }) => [...approximate])).toEqual([["wonDate"], [], [], [], []]);
  expect(records.map(({ extra }) => extra.updatedDate && new Date(extra.updatedDate).getUTCDate())).toEqual([
    9, 12, 11, 5, 6,
  ]);
  expect(limits.wonDate?.state).toBe("approximate");
  expect(limits.lostDate?.state).toBe("absent");
  expect(limits.acceptedDate?.state).toBe("partly");
  expect(limits).not.toHaveProperty("declinedDate");
  expect(limits).not.toHaveProperty("createdDate");
  expect(dayOnly).toContain("createdDate");
  expect(dayOnly).not.toContain("acceptedDate");
});

it("a column that a list has for nothing is not known from it", async () => {
  const { limits } = await read([
    "ID,Outcome (code),Created,Accepted,Closed,Partner market (code)",
    "R1,won,2026-10-01,,2026-10-09,",
    "R2,won,2026-10-01,,,",
  ]);
  expect([limits.acceptedDate?.state, limits.partnerMarket?.state]).toEqual(["absent", "absent"]);
  expect(limits).not.toHaveProperty("wonDate");
});
