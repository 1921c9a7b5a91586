import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseViews, printViews, type SavedView, withDefault, withView } from "./saved-views.ts";

const anyView: fc.Arbitrary<SavedView> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 80 }).map((text) => text.trim() || "view"),
  address: fc.constantFrom("/", "/?market=DE", "/funnel?from=2026-01-01"),
  isDefault: fc.constant(false),
});

describe("saved views", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.array(anyView, { maxLength: 5 }), (views) => {
        expect(parseViews(printViews(views))).toEqual(views);
      }),
    );
  });

  it("have one default at most", () => {
    const views = ["a", "b"].map((name) => ({ name, address: "/", isDefault: true }));
    expect(parseViews(printViews(views))?.map(({ isDefault }) => isDefault)).toEqual([true, false]);
    const chosen = withDefault(views.slice(1), "b");
    expect(chosen[0]?.isDefault).toBe(false);
    expect(withDefault(chosen, "b")[0]?.isDefault).toBe(true);
  });

  it("write over the one of the same name", () => {
    const view = { name: "a", address: "/", isDefault: false };
    expect(withView([view], { ...view, address: "/times" })).toEqual([{ ...view, address: "/times" }]);
  });

  it("lead nowhere but to this page, whatever a file says", () => {
    for (const address of ["https://example.com/", "//example.com", "javascript:alert(1)", "/nowhere", ""])
      expect(parseViews(JSON.stringify({ version: 1, views: [{ name: "x", address }] }))).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void parseViews(text)));
    expect(parseViews('{"version":2,"views":[]}')).toBeNull();
  });
});
