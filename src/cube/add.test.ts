import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Filter } from "#partner-center/filter.ts";
import { add } from "./add.ts";
import type { AggregateQuery } from "./cube.ts";
import { canonicalRows } from "./testing/cubes.ts";
import { anyFilter, anyRecords, ask, passes, TEST_FIELDS } from "./testing/naive-ask.ts";

const WIDE: AggregateQuery = { filter: null, groupBy: TEST_FIELDS, level: "month" };
const status = (operator: "eq" | "ne", value: string): Filter => ({
  kind: "term",
  field: "status",
  operator,
  value,
});

describe("add", () => {
  it("joins the answers for two parts to the answer for the whole", () => {
    fc.assert(
      fc.property(anyRecords, anyFilter, (records, part) => {
        const inside = ask(records, { ...WIDE, filter: part });
        const others = records.filter((record) => !passes(record, part));
        const outside = ask(others, WIDE);
        expect(canonicalRows(add(inside, outside))).toEqual(canonicalRows(ask(records, WIDE)));
      }),
    );
  });

  it("does not depend on the order of the parts", () => {
    const part = anyRecords.map((records) => ask(records, WIDE));
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(canonicalRows(add(a, b))).toEqual(canonicalRows(add(b, a)));
        expect(canonicalRows(add(add(a, b), c))).toEqual(canonicalRows(add(a, add(b, c))));
      }),
    );
  });

  it("takes the second answer's fields in any order", () => {
    const reversed = [...TEST_FIELDS].reverse() as unknown as AggregateQuery["groupBy"];
    fc.assert(
      fc.property(anyRecords, anyRecords, (some, more) => {
        const sum = add(ask(some, WIDE), ask(more, { ...WIDE, groupBy: reversed }));
        expect(sum.query.groupBy).toEqual(WIDE.groupBy);
        expect(canonicalRows(sum)).toEqual(canonicalRows(ask([...some, ...more], WIDE)));
      }),
    );
  });

  it("answers for either filter", () => {
    const [won, lost, rest] = [status("eq", "Won"), status("eq", "Lost"), status("eq", "New")].map((filter) =>
      ask([], { ...WIDE, filter }),
    );
    if (!(won && lost && rest)) throw new Error("three answers");
    expect(add(add(won, lost), rest).query.filter).toEqual({
      kind: "or",
      operands: [status("eq", "Won"), status("eq", "Lost"), status("eq", "New")],
    });
    expect(add(won, ask([], WIDE)).query.filter).toBeNull();
  });

  it("refuses answers by other fields or in other buckets", () => {
    const other = ask([], { ...WIDE, level: "day" });
    const fewer = ask([], { ...WIDE, groupBy: ["status"] });
    const foreign = ask([], { ...WIDE, groupBy: ["status", "customerMarket", "createdDate", "lostDate"] });
    for (const answer of [other, fewer, foreign])
      expect(() => add(ask([], WIDE), answer)).toThrow(RangeError);
  });
});
