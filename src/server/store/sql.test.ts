import { expect, test } from "vitest";
import { sql, timestamp, withNumbers } from "./sql.ts";

test("numbers and instants are written out, texts stay bound in order", () => {
  const statement = sql("a = ? AND b >= ?::TIMESTAMP AND c = ? LIMIT ?", "x'; --", timestamp(-1), "?", 7n);
  expect(withNumbers(statement)).toEqual({
    text: "a = ? AND b >= make_timestamp(-1000)::TIMESTAMP AND c = ? LIMIT 7",
    values: ["x'; --", "?"],
  });
});

test("a statement with question marks that are no places for values stays as it is", () => {
  const statement = sql("a = '?' AND b = ?", 7n);
  expect(withNumbers(statement)).toEqual(statement);
});
