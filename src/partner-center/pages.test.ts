import { describe, expect, test } from "vitest";
import { addressOf, endpointAddress, nextSearch, pathOf, searchOfLink } from "./pages.ts";
import type { AnalyticsQuery } from "./query.ts";

const PATH = "/partner/v1/analytics/referrals";
const RELATIVE = endpointAddress(PATH);
const ABSOLUTE = endpointAddress(`https://host.example${PATH}`);
const QUERY: AnalyticsQuery = {
  kind: "grouped",
  query: { filter: null, groupBy: ["status"], level: "day" },
  page: { top: 10, skip: 0 },
};

describe("searchOfLink", () => {
  test.each([
    [`${PATH}?skip=10`, "skip=10"],
    [`https://host.example${PATH}?skip=10`, "skip=10"],
    ["?skip=10", "skip=10"],
    ["referrals?skip=10#x", "skip=10"],
    [`https://user:secret@host.example${PATH}?skip=10`, "skip=10"],
    [`${PATH}?filter=status eq 'Won'&skip=10`, "filter=status%20eq%20%27Won%27&skip=10"],
  ])("follows %s", (link, search) => {
    expect(searchOfLink(link, ABSOLUTE)).toBe(search);
  });

  test.each([
    `https://evil.example${PATH}?skip=10`,
    `http://host.example${PATH}?skip=10`,
    `//evil.example${PATH}?skip=10`,
    "/partner/v1/other?skip=10",
    `${PATH}/../secrets?skip=10`,
    "javascript:alert(1)",
    "http://",
    PATH,
  ])("does not follow %s", (link) => {
    expect(searchOfLink(link, ABSOLUTE)).toBeNull();
  });

  test("follows relative links only where the endpoint is relative", () => {
    expect(searchOfLink(`${PATH}?skip=10`, RELATIVE)).toBe("skip=10");
    expect(searchOfLink(`https://host.example${PATH}?skip=10`, RELATIVE)).toBeNull();
  });
});

describe("nextSearch", () => {
  const more = (progress: Partial<Parameters<typeof nextSearch>[1]>) =>
    nextSearch(QUERY, { rows: 10, received: 10, nextLink: null, totalCount: null, ...progress }, ABSOLUTE);

  test("is the service's link, also behind an empty page", () => {
    expect(more({ nextLink: "?skip=7" })).toBe("skip=7");
    expect(more({ nextLink: "?skip=7", rows: 0 })).toBe("skip=7");
  });

  test("skips what came where the link leads elsewhere", () => {
    expect(more({ nextLink: "https://evil.example/", rows: 3, received: 3 })).toBe(
      "groupby=status&top=10&skip=3",
    );
  });

  test("skips what came behind a full page, and while the total is not reached", () => {
    expect(more({ received: 30 })).toBe("groupby=status&top=10&skip=30");
    expect(more({ rows: 4, received: 24, totalCount: 25 })).toBe("groupby=status&top=10&skip=24");
  });

  test("is none behind a page that is not full, and behind an empty one", () => {
    expect(more({ rows: 9, received: 19 })).toBeNull();
    expect(more({ rows: 4, received: 24, totalCount: 24 })).toBeNull();
    expect(more({ rows: 0, received: 24, totalCount: 25 })).toBeNull();
    expect(more({ rows: 0, nextLink: "https://evil.example/" })).toBeNull();
  });
});

test("an address keeps the kind of the endpoint, and a path has no host", () => {
  expect(addressOf(RELATIVE, "a=1")).toBe(`${PATH}?a=1`);
  expect(addressOf(ABSOLUTE, "a=1")).toBe(`https://host.example${PATH}?a=1`);
  expect(pathOf(ABSOLUTE, "")).toBe(PATH);
});
