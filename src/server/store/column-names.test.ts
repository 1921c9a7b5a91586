import { expect, test } from "vitest";
import { columnsByField, fieldOfColumn } from "./csv-header.ts";

test.each(["customerMarket", "CUSTOMERMARKET", "Customer Market", "customer_market", " customer-market "])(
  "%j is customerMarket",
  (name) => {
    expect(fieldOfColumn(name)).toBe("customerMarket");
  },
);

test("other names are no field", () => {
  expect(fieldOfColumn("market")).toBeNull();
  expect(fieldOfColumn("__proto__")).toBeNull();
});

test("of several spellings the exact one comes first", () => {
  expect(columnsByField(["ID", "x", "id", "Id"])).toEqual(new Map([["id", ["id", "ID", "Id"]]]));
});
