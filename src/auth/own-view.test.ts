import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownView, tabViewOf, viewOf } from "./own-view.ts";

const ORIGIN = "https://referrals.contoso.example";

describe("the view to return to", () => {
  it.each(["/", "/?market=DE,FR&as=table", "/markets?from=2026-01-01", "/?q=%2F%2Fevil.example"])(
    "%s is our own",
    (view) => expect(ownView(view, ORIGIN)).toBe(view),
  );

  it.each([
    undefined,
    "",
    "markets",
    "?market=DE",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/markets/..//evil.example",
    "javascript:alert(1)",
    "\\\\evil.example",
  ])("%j is not", (text) => expect(ownView(text, ORIGIN)).toBeNull());

  it("is in the folder of the page, where that is not the root of its site", () => {
    const home = `${ORIGIN}/referrals`;
    expect(ownView("/referrals/markets?q=1", home)).toBe("/referrals/markets?q=1");
    expect(
      ["/", "/referrals", "/referrals/../mail", "/referrals-2/"].map((text) => ownView(text, home)),
    ).toEqual([null, null, null, null]);
  });

  it("leaves the fragment behind", () => expect(ownView("/?as=table#main", ORIGIN)).toBe("/?as=table"));

  it("never leads off this origin, whatever the text", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      "//",
      "..",
      ".",
      "evil.example",
      "\t",
      "\n",
      "?",
      "#",
      "@",
      ":",
      "%2f",
    );
    const hostile = fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 8 });
    fc.assert(
      fc.property(hostile, (parts) => {
        const view = ownView(`/${parts.join("")}`, ORIGIN);
        if (view !== null) expect(new URL(view, ORIGIN).origin).toBe(ORIGIN);
      }),
      { numRuns: 500 },
    );
  });

  it("is its own view again", () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        fc.pre(!path.startsWith("//"));
        const url = new URL(`${path || "/"}?${query}`, ORIGIN);
        fc.pre(!url.pathname.startsWith("//"));
        expect(ownView(viewOf(url), ORIGIN)).toBe(viewOf(url));
      }),
      // Generating addresses is slow.
      { numRuns: 30 },
    );
  });
});

describe("the view for a tab of its own", () => {
  it.each([
    ["?chrome=none&market=DE,FR&host=teams", "/markets?market=DE,FR"],
    ["?chrome=none", "/markets"],
    ["", "/markets"],
    ["?q=chrome%3Dnone&lock=market", "/markets?q=chrome%3Dnone&lock=market"],
  ])("%s becomes %s", (search, view) => {
    expect(tabViewOf({ pathname: "/markets", search })).toBe(view);
  });
});
