import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareOrgSizes, KNOWN_ORG_SIZES, orgSizeBounds } from "./org-size.ts";

const ORDERED = [
  "1to9employees",
  "1to50employees",
  "10to50employees",
  "51to250employees",
  "51to500employees",
  "251to1000employees",
  "Morethan500employees",
  "1001to5000employees",
  "5001to10000employees",
  "10001to20000employees",
  "Morethan20000employees",
  "about a dozen",
  "unknown",
  null,
];

describe("orgSizeBounds", () => {
  it("reads both bounds, and none above an open size", () => {
    expect(orgSizeBounds("10to50employees")).toEqual({ kind: "range", low: 10, high: 50 });
    expect(orgSizeBounds("More Than 500 Employees")).toEqual({
      kind: "range",
      low: 501,
      high: Number.POSITIVE_INFINITY,
    });
  });

  it.each(["50", "10 to 50 people", "employees", "", null])("does not know '%s'", (text) => {
    expect(orgSizeBounds(text)).toEqual({ kind: "unknown" });
  });
});

describe("compareOrgSizes", () => {
  it("orders both scales by lower bound, unknown sizes after them, no size last", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDERED, { minLength: ORDERED.length }), (sizes) => {
        expect(sizes.sort(compareOrgSizes)).toEqual(ORDERED);
      }),
    );
  });

  it("never calls two different texts the same", () => {
    expect(compareOrgSizes("1to9employees", "1TO9employees")).not.toBe(0);
    expect(compareOrgSizes("Morethan500employees", "MoreThan500employees")).not.toBe(0);
  });
});

describe("the known sizes", () => {
  it("stand in the order of their comparison, and all have bounds", () => {
    expect([...KNOWN_ORG_SIZES].sort(compareOrgSizes)).toEqual(KNOWN_ORG_SIZES);
    expect(KNOWN_ORG_SIZES.map((size) => orgSizeBounds(size).kind)).not.toContain("unknown");
  });
});
