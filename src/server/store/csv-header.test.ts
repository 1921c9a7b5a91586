import { expect, test } from "vitest";
import { readCsvHeader } from "./csv-header.ts";

test("finds the delimiter that gives the most fields", () => {
  expect(readCsvHeader("id;status\n1;a,b,c").delimiter).toBe(";");
  expect(readCsvHeader("id\tstatus\r\n").delimiter).toBe("\t");
  expect(readCsvHeader("name").delimiter).toBe(",");
});

test("counts unknown columns in, and names the place of the known ones", () => {
  expect(readCsvHeader('\uFEFFx,"Customer ""Market""",customer_market,ID\n1,2,3,4')).toEqual({
    delimiter: ",",
    names: ["x", 'Customer "Market"', "customer_market", "ID"],
    columns: new Map([
      ["customerMarket", 2],
      ["id", 3],
    ]),
  });
});

test("a quoted name may hold a delimiter and a line break", () => {
  expect(readCsvHeader('"a,\nb",id\n').columns).toEqual(new Map([["id", 1]]));
});
