import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_VIEWS, parseViews, printViews, type SavedView, withDefault, withViews } from "./saved-views.ts";

const view: SavedView = { name: "a", address: "/", isDefault: false };

function viewsIn(text: string): SavedView[] | null {
  const read = parseViews(text);
  return read.kind === "views" ? read.views : null;
}

const anyView: fc.Arbitrary<SavedView> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 80 }).map((text) => text.trim() || "view"),
  address: fc.constantFrom("/", "/?market=DE", "/funnel?from=2026-01-01"),
  isDefault: fc.constant(false),
});

describe("saved views", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(fc.array(anyView, { maxLength: 5 }), (views) => {
        expect(viewsIn(printViews(views))).toEqual(views);
      }),
    );
  });

  it("have one default at most", () => {
    const views = ["a", "b"].map((name) => ({ name, address: "/", isDefault: true }));
    expect(viewsIn(printViews(views))?.map(({ isDefault }) => isDefault)).toEqual([true, false]);
    const chosen = withDefault(views.slice(1), "b");
    expect(chosen[0]?.isDefault).toBe(false);
    expect(withDefault(chosen, "b")[0]?.isDefault).toBe(true);
  });

  it("stand in the place of those of the same name, and stay the default", () => {
    const changed = { ...view, address: "/times" };
    expect(withViews([view], [changed])).toEqual([changed]);
    expect(withViews([{ ...view, isDefault: true }], [changed])).toEqual([{ ...changed, isDefault: true }]);
    const both = withViews([{ ...view, isDefault: true }], [{ ...view, name: "b", isDefault: true }]);
    expect(both?.map(({ isDefault }) => isDefault)).toEqual([true, false]);
  });

  it("are refused rather than dropped where there are too many", () => {
    const many = Array.from({ length: MAX_VIEWS }, (_, at) => ({ ...view, name: `view ${at}` }));
    expect(withViews(many, [{ ...view, name: "view 7" }])).toHaveLength(MAX_VIEWS);
    expect(withViews(many, [view])).toBeNull();
  });

  it("lead nowhere but to this page, whatever a file says", () => {
    for (const address of ["https://example.com/", "//example.com", "javascript:alert(1)", "/nowhere", ""]) {
      const views = [view, { name: "x", address }];
      expect(parseViews(JSON.stringify({ version: 1, views }))).toEqual({ kind: "bad-view", at: 1 });
    }
    fc.assert(fc.property(fc.string(), (text) => void parseViews(text)));
  });

  it("say why there are none", () => {
    expect(parseViews("{")).toEqual({ kind: "not-json" });
    expect(parseViews('{"version":2,"views":[]}')).toEqual({ kind: "version", version: "2" });
    for (const text of ["null", "[]", '"views"', '{"version":1}', '{"views":[]}', '{"version":1,"views":{}}'])
      expect(parseViews(text)).toEqual({ kind: "no-views" });
  });
});
