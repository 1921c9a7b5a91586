import { describe, expect, it } from "vitest";
import { readFile } from "../testing/read-file.ts";

const HEADER = "id,status,customerName,createdDate,wonDate,lostDate,customerMarket";
const ROW = (id: string) => `${id},Won,Alder,2026-10-01,2026-10-09,,DE`;
const cellsOf = (id: string) => [id, "Won", "Alder", "2026-10-01", "2026-10-09", null, "DE"] as const;

describe("the rows below a header", () => {
  it.each([
    ["Sum", "Average", "Count", "Grand total (USD)"],
    ["Summe EUR", "Durchschnitt", "Anzahl:", "Gesamtergebnis"],
    ["Total général", "Moyenne", "Somme :", "Sous-total"],
    ["合計", "平均", "总计：", "小計 TWD"],
  ])("has sums named %s, %s, %s and %s, in their first filled cell", async (...names) => {
    const sums = names.map((name, at) => (at % 2 === 0 ? `${name},,,,,,12` : `,,${name},,,,12`));
    const { rows, notes } = await readFile([HEADER, ROW("R1"), ...sums, ROW("Total Energy")].join("\n"));
    expect(rows.map(([, id]) => id)).toEqual(["R1", "Total Energy"]);
    expect(notes).toEqual([{ code: "total-rows", params: { count: 4, line: 3 } }]);
  });

  it("is two exports under each other, the second and third with a header of their own", async () => {
    const other = "wonDate,customerName,id,customerMarket,createdDate,lostDate,status";
    const { rows, notes, rejected } = await readFile(
      [
        HEADER,
        ROW("R1"),
        other,
        "2026-10-09,Alder,R2,DE,2026-10-01,,Won",
        HEADER,
        ROW("R3"),
        other,
        "2026-10-09,Alder,R4,DE,2026-10-01,,Won",
      ].join("\n"),
    );
    expect(rows).toEqual([
      [2, ...cellsOf("R1")],
      [4, ...cellsOf("R2")],
      [6, ...cellsOf("R3")],
      [8, ...cellsOf("R4")],
    ]);
    expect(rejected).toEqual([]);
    expect(notes).toEqual([
      { code: "header-again", params: { count: 1, line: 5 } },
      { code: "columns-reordered", params: { line: 3 } },
    ]);
  });

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
});
