import { expect, it } from "vitest";
import { BASE_PATH, basePathOf, inSite, storedName } from "./base-path.ts";

it.each([
  ["https://referrals.example/assets/index-1.js", ""],
  ["https://intranet.example/referrals/assets/index-1.js", "/referrals"],
  ["https://intranet.example/a/assets/b%20c/assets/index-1.js?x=/assets/y", "/a/assets/b%20c"],
  ["http://127.0.0.1:4280/src/lib/base-path.ts", ""],
])("a script at %s belongs to a page at %j", (script, base) => {
  expect(basePathOf(script)).toBe(base);
});

it("changes no path and no name at the root of a site", () => {
  expect([BASE_PATH, inSite("/funnel"), storedName("lang")]).toEqual(["", "/funnel", "lang"]);
});
