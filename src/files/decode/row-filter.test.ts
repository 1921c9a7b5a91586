import { expect, it } from "vitest";
import { readFile } from "../testing/read-file.ts";

it("customers whose names begin like a sum are no sums", async () => {
  const records = [
    "Sumace,R1,Won,DE,2026-10-01",
    "Total Gas,R2,Lost,FR,2026-10-02",
    "Media Lab,R3,New,US,2026-10-03",
  ];
  const text = [
    "customerName,id,status,customerMarket,createdDate",
    ...records,
    "Total EUR,3,,,",
    "Summe,,EUR,,12",
  ];
  const { rows, notes } = await readFile(text.join("\n"));
  expect(rows.map(([, name]) => name)).toEqual(["Sumace", "Total Gas", "Media Lab"]);
  expect(notes).toEqual([{ code: "total-rows", params: { count: 2, line: 5 } }]);
});
