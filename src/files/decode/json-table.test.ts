import { describe, expect, it } from "vitest";
import { readFile, type WholeTable } from "../testing/read-file.ts";

const BIG = "1610521604143693812";
const RECORDS = [
  `{"id": ${BIG}, "status": "Won", "value": 1.50}`,
  `{"id": 2, "status": null, "wonDate": "NaT"}`,
];

const objectsOf = ({ rows, table }: WholeTable) =>
  rows.map(([place, ...cells]) => [
    place,
    Object.fromEntries(
      table.header.map((name, column) => [name, cells[column]]).filter(([, cell]) => cell !== null),
    ),
  ]);

const EXPECTED = [
  [1, { id: BIG, status: "Won", value: "1.50" }],
  [2, { id: "2" }],
];

describe("JSON as a table", () => {
  it.each([
    ["an array", `[${RECORDS.join(",\n")}]`],
    ["an array on one line", `[${RECORDS.join(",")}]`],
    ["an envelope", `{"count": 2, "value": [${RECORDS.join(",")}], "nextLink": null}`],
    ["a page of OData 4", `{"@odata.context":"…","value":[${RECORDS.join(",")}]}`],
    ["a page of OData 2", `{"d":{"__count":"2","results":[${RECORDS.join(",")}]}}`],
    ["an envelope of another name", `{"Items": [${RECORDS.join(",")}]}`],
    ["an envelope of a name of its own", `{"deals":[${RECORDS.join(",")}]}`],
    ["objects over several lines", RECORDS.join("\n").replaceAll(",", ",\n")],
  ])("is %s, with every digit", async (_, text) => {
    const whole = await readFile(`\ufeff${text}\n`);
    expect(objectsOf(whole)).toEqual(EXPECTED);
    expect([whole.rejected, whole.notes]).toEqual([[], []]);
  });

  it("is lines, of which broken ones are rejected with their number", async () => {
    const whole = await readFile(
      `${RECORDS[0]}\r\n\r\n{"id": NaN}\r\n{"id": 1,}\r\n[1]\r\n${RECORDS[1]}\r\n{"id":"R9","late":tr`,
    );
    expect(objectsOf(whole)).toEqual([
      [1, EXPECTED[0]?.[1]],
      [6, EXPECTED[1]?.[1]],
    ]);
    expect(whole.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "invalid-json"],
      [4, "invalid-json"],
      [5, "invalid-json"],
      [7, "invalid-json"],
    ]);
  });

  it("is one object", async () => {
    expect(objectsOf(await readFile('{"id":"R1","tags":[],"team":[{"a":1}],"name":"x"}'))).toEqual([
      [1, { id: "R1", team: '[{"a":1}]', name: "x" }],
    ]);
  });

  it("has objects in objects, lists, and texts with escapes", async () => {
    const whole = await readFile(
      String.raw`[{"id":"a\"b\\","customer":{"address":{"country":"DE"}},"sales":["x",1,true],"half":"\ud83d!"}]`,
    );
    expect(objectsOf(whole)).toEqual([
      [1, { id: 'a"b\\', "customer.address.country": "DE", sales: "x; 1; true", half: "\ufffd!" }],
    ]);
  });

  it("names a next page", async () => {
    const { notes } = await readFile('{"value":[{"id":"1"}],"@odata.nextLink":"https://example.com/?next"}');
    expect(notes).toEqual([{ code: "more-pages", params: {} }]);
  });

  it("rejects elements that are none, a comma too many, and a record that is cut off", async () => {
    const whole = await readFile('[{"id":"1"}, 5, {"id":NaN},, {"id":"2"}, {"id":"3\n');
    expect(objectsOf(whole)).toEqual([
      [1, { id: "1" }],
      [5, { id: "2" }],
    ]);
    expect(whole.rejected.map(({ line, reason, lines }) => [line, reason, lines])).toEqual([
      [2, "invalid-json", 1],
      [3, "invalid-json", 1],
      [4, "invalid-json", 1],
      [6, "cut-off", 2],
    ]);
    expect((await readFile('[{"id":"1"},]')).rejected).toHaveLength(1);
  });

  it("finds names that appear late", async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `{"id":"R${index}","status":"New"}`);
    const { table, rows } = await readFile(`[${[...many, '{"id":"L","wonDate":"2026"}'].join(",")}]`);
    expect(table.header).toEqual(["id", "status", "wonDate"]);
    expect(rows.at(-1)).toEqual([60_001, "L", null, "2026"]);
  });

  it.each([
    ["json-without-records", '[["id","status"],["R1","Won"]]'],
    ["invalid-json", '{"id": 1,\n"status": '],
  ])("is refused as %s: %s", async (code, text) => {
    await expect(readFile(text)).rejects.toMatchObject({ code });
  });

  it("is no JSON where a title stands in brackets", async () => {
    const { rows } = await readFile("[Draft] Referrals,,\nid,status,name\nR1,Won,A\n");
    expect(rows).toEqual([[3, "R1", "Won", "A"]]);
  });
});
