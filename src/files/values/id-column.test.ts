import { describe, expect, it } from "vitest";
import { createIdColumn, idFault, isScientificId, observeId } from "./id-column.ts";

function faultOf(ids: readonly (string | null)[]) {
  const column = createIdColumn();
  for (const [index, id] of ids.entries()) observeId(column, id, index + 2);
  return { fault: idFault(column), example: column.example };
}

describe("ids", () => {
  it.each([
    [["1.12E+05", "1.13E+05"], "scientific-id"],
    [["1,12E+05", "1E+12"], "scientific-id"],
    [["1610521604143690000", "1610521604143700000", "1610521604143680000"], "rounded-ids"],
    [["1610521604143693812", "1610521604143693813"], null],
    [["1610521604143693812", "1610521604143690000"], null],
    [["R00001", null, "12E45", "1E5"], null],
    [["112310", "100000000000000"], null],
    [[null], null],
  ])("%j: %s", (ids, fault) => {
    expect(faultOf(ids).fault).toBe(fault);
  });

  it("say where the first one stands", () => {
    expect(faultOf(["R1", "1.12E+05"]).example).toEqual({ text: "1.12E+05", line: 3 });
    expect(isScientificId("1.12E+05")).toBe(true);
  });
});
