import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnalyticsError, type ProblemKind } from "./errors.ts";
import { FIELDS, type Field } from "./fields.ts";
import type { GroupedQuery, Level } from "./query.ts";
import { readGroupedPage, readRecords, readRecordsPage } from "./response.ts";
import { bucketsOf } from "./testing/buckets-of.ts";

const ROWS = [{ status: "Won", referralCount: "63" }];
const BUCKETS = [[["Won"], 63]];

function by(first: Field, second?: Field, level: Level = "day"): GroupedQuery {
  return { filter: null, groupBy: second ? [first, second] : [first], level };
}

function buckets(rows: unknown, query = by("status")) {
  return bucketsOf(readGroupedPage(JSON.stringify(rows), query).buckets);
}

function problem(read: () => unknown): { kind: ProblemKind; text: string | null } {
  try {
    read();
  } catch (error) {
    if (error instanceof AnalyticsError) return { kind: error.kind, text: error.call.description };
    throw error;
  }
  throw new Error("it was read");
}

describe("readGroupedPage reads", () => {
  test.each([
    [{ Value: ROWS, "@nextLink": "/x?skip=1", TotalCount: 7 }, "/x?skip=1", 7],
    [{ VALUE: ROWS, "@NEXTLINK": null, totalcount: "7" }, null, 7],
    [{ value: ROWS, "@odata.nextLink": "/x", "@odata.count": 7 }, "/x", 7],
    [{ items: ROWS, totalCount: 7, links: { next: { uri: "/x" } } }, "/x", 7],
    [{ Items: ROWS, TotalCount: 7, Links: { Self: { Uri: "/s" }, Next: { Uri: "/x" } } }, "/x", 7],
    [{ items: ROWS, links: {} }, null, null],
    [{ Value: ROWS, "@nextLink": "" }, null, null],
    [ROWS, null, null],
    [ROWS[0], null, null],
  ])("the envelope %j", (body, nextLink, totalCount) => {
    for (const text of [JSON.stringify(body), `\uFEFF${JSON.stringify(body)}\r\n`]) {
      const page = readGroupedPage(text, by("status"));
      expect(page).toMatchObject({ nextLink, totalCount });
      expect(bucketsOf(page.buckets)).toEqual(BUCKETS);
    }
  });

  test.each(["", "\uFEFF", " \n", "[]", '{"Value":[]}', '{"Value":null}'])("no rows from '%s'", (body) => {
    expect(readGroupedPage(body, by("status")).buckets.size).toBe(0);
  });

  test.each([
    { status: "Won", referralCount: 63 },
    { STATUS: "Won", REFERRALCOUNT: "63" },
    { Status: "Won", leadCount: 63 },
    { count: "63", status: "Won" },
    { status: "Won", referralCount: "63", otherCount: "1" },
    { status: "Won", referralCount: "63", remark: {} },
  ])("the row %j", (row) => {
    expect(buckets([row])).toEqual(BUCKETS);
  });

  test("keys in the order asked, whatever the order and spelling in each row", () => {
    const rows = [
      { customerMarket: "US", status: "Won", referralCount: 1 },
      { ReferralCount: 2, Status: "Lost", CustomerMarket: "DE" },
    ];
    expect(buckets(rows, by("status", "customerMarket"))).toEqual([
      [["Won", "US"], 1],
      [["Lost", "DE"], 2],
    ]);
  });

  test.each([null, "", "UNKNOWN", undefined])("absence from %s", (value) => {
    expect(buckets([{ status: value, referralCount: 1 }])).toEqual([[[null], 1]]);
    expect(buckets([{ wonDate: value, referralCount: 1 }], by("wonDate"))).toEqual([[[null], 1]]);
  });

  test("0001-01-01 as absence of a date, and as a text in a term", () => {
    const never = "0001-01-01T00:00:00";
    expect(buckets([{ wonDate: never, referralCount: 1 }], by("wonDate"))[0]?.[0]).toEqual([null]);
    expect(buckets([{ status: never, referralCount: 1 }])[0]?.[0]).toEqual([never]);
  });

  test.each<[string, Level, string]>([
    ["2018-02-04", "day", "2018-02-04"],
    ["2018-02-04T23:08:59.1234567", "day", "2018-02-04"],
    ["2018-02-04T23:08:59-02:00", "day", "2018-02-05"],
    ["2/4/2018 12:00:00 AM", "day", "2018-02-04"],
    ["2018-02-04", "week", "2018-01-29"],
    ["2018-02-05T00:00:00", "week", "2018-02-05"],
    ["2018-02-28T23:59:59Z", "month", "2018-02-01"],
  ])("the bucket date %s by %s as %s", (text, level, day) => {
    const query = by("wonDate", undefined, level);
    expect(buckets([{ wonDate: text, referralCount: 1 }], query)[0]?.[0]).toEqual([day]);
  });

  test("__proto__ as a market and as a column without harm", () => {
    const body = '[{"__proto__":{"count":9},"customerMarket":"__proto__","referralCount":"1"}]';
    const page = readGroupedPage(body, by("customerMarket"));
    expect(bucketsOf(page.buckets)).toEqual([[["__proto__"], 1]]);
    expect(Object.prototype).not.toHaveProperty("count");
  });

  test("10,000 buckets, each with its own count", () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ id: `r${n}`, referralCount: String(n) }));
    expect(buckets(rows, by("id")).map(([, count]) => count)).toEqual(rows.map((_, n) => n));
  });
});

describe("readGroupedPage refuses", () => {
  test.each(["-1", -1, 1.5, "1.5", "many", "", null, true, 2 ** 53, "9007199254740993", "1e3"])(
    "the count %s",
    (referralCount) => {
      expect(problem(() => buckets([{ status: "Won", referralCount }]))).toMatchObject({ kind: "bad-shape" });
    },
  );

  test.each<[unknown, string]>([
    [[{ status: "Won" }], "no count column"],
    [[{ status: "Won", aCount: 1, bCount: 2 }], "two count columns, acount and bcount"],
    [
      [
        { status: "Won", aCount: 1 },
        { status: "Lost", bCount: 2 },
      ],
      "two count columns",
    ],
    [[{ status: "Won", Status: "Lost", referralCount: 1 }], "the column Status twice"],
    [[{ status: 5, referralCount: 1 }], "5 as a status"],
    [[{ status: { a: 1 }, referralCount: 1 }], "an object as a status"],
    [[{ status: "Won", referralCount: [1] }], "a list as a count"],
    [[{ customerMarket: "US", referralCount: 1 }], "which was not requested"],
    [[{ status: "Won", referralCount: 1 }, { status: "Lost" }], "nothing as a count"],
    [[["Won", 1]], "a row that is not an object"],
    [[null], "a row that is not an object"],
    [{ Value: "none" }, "value"],
    [{ Value: ROWS, "@nextLink": 5 }, "@nextlink"],
    [{ Value: ROWS, TotalCount: -1 }, "totalcount"],
    [{ Value: ROWS, TotalCount: "some" }, "totalcount"],
    [{ Value: ROWS, value: ROWS }, "a key comes twice"],
    [{ Value: ROWS, items: ROWS }, "two lists of rows"],
    ["Won", "neither a list nor an object"],
    [null, "neither a list nor an object"],
    [{}, "no count column"],
  ])("%j", (body, text) => {
    const refused = problem(() => buckets(body));
    expect(refused.kind).toBe("bad-shape");
    expect(refused.text).toContain(text);
  });

  test("what is nested deeper than anybody reads, and texts of megabytes, in a sentence", () => {
    const deep = (value: string) => `${"[".repeat(200_000)}${value}${"]".repeat(200_000)}`;
    const long = "x".repeat(1_000_000);
    for (const body of [
      deep("1"),
      `[{"status":${deep('"Won"')},"referralCount":1}]`,
      `[{"status":"Won","referralCount":${deep("1")}}]`,
      `{"Value":${deep("{}")},"TotalCount":1}`,
      `{"Value":[],"TotalCount":"${long}"}`,
      `[{"${long}count":1,"${long}Count":2,"status":"Won"}]`,
    ]) {
      const refused = problem(() => readGroupedPage(body, by("status")));
      expect(refused.kind).toBe("bad-shape");
      expect(refused.text?.length).toBeLessThanOrEqual(300);
    }
    expect(problem(() => readRecordsPage(`[{"id":${deep('"1"')}}]`)).kind).toBe("bad-shape");
  });

  test("an unreadable bucket date", () => {
    const read = () => buckets([{ wonDate: "2018-02-31", referralCount: 1 }], by("wonDate"));
    expect(problem(read).text).toContain('"2018-02-31", which is not a date');
  });

  test.each<[string, ProblemKind]>([
    ["<!DOCTYPE html><title>Sign in</title>", "html"],
    ["\uFEFF\n<html>", "html"],
    ["Service is busy", "not-json"],
    ['[{"status":', "not-json"],
    ["alert(1)", "not-json"],
  ])("%s as %s", (body, kind) => {
    expect(problem(() => readGroupedPage(body, by("status"))).kind).toBe(kind);
    expect(problem(() => readRecordsPage(body)).kind).toBe(kind);
  });

  test("referrals", () => {
    expect(problem(() => buckets([{ id: "1", status: "Won" }])).kind).toBe("bad-shape");
  });

  test("everything else with an AnalyticsError only", () => {
    const row = fc.dictionary(
      fc.constantFrom("status", "Status", "referralCount", "wonDate", "x"),
      fc.jsonValue(),
    );
    const page = fc.oneof(fc.jsonValue(), fc.array(row), fc.record({ Value: fc.array(row) }));
    fc.assert(
      fc.property(page, (body) => {
        try {
          expect(buckets(body)).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(AnalyticsError);
        }
      }),
    );
  });
});

describe("readRecordsPage", () => {
  const SAMPLE = {
    id: "112310",
    status: "Accepted",
    customerMarket: "US",
    customerName: "<b>O'Neill</b>",
    createdDate: "2018-02-04T23:08:59",
    wonDate: null,
  };

  test("gives every one of the sixteen fields, null for a missing one, texts unchanged", () => {
    const [record] = readRecords([SAMPLE]);
    expect(Object.keys(record ?? {})).toEqual(FIELDS);
    expect(record).toMatchObject({ ...SAMPLE, acceptedDate: null });
  });

  test("gives referrals in columns", () => {
    const { records, totalCount } = readRecordsPage(JSON.stringify({ Value: [SAMPLE], TotalCount: 1 }));
    expect([records.size, totalCount]).toEqual([1, 1]);
    expect(records.terms.customerName.values).toEqual(["<b>O'Neill</b>"]);
    expect(records.dates.createdDate.at[0]).toBe(Date.UTC(2018, 1, 4, 23, 8, 59));
    expect(records.dates.wonDate.at[0]).toBeNaN();
  });

  test("takes a bare object as one referral, with columns in any case and unknown ones left out", () => {
    const row = { Id: "1", STATUS: "New", hobby: 5, ["__proto__"]: { status: "x" } };
    expect(readRecords([row])).toMatchObject([{ id: "1", status: "New" }]);
    expect(readRecords([row])[0]).not.toHaveProperty("hobby");
    const { records, totalCount } = readRecordsPage(JSON.stringify(row));
    expect([records.terms.status.values, totalCount]).toEqual([["New"], null]);
  });

  test.each([
    [[{ status: "Won", referralCount: "3" }], "counts instead of referrals"],
    [[{ id: 112310 }], "id of type number"],
    [[{ id: "1", wonDate: {} }], "wonDate of type object"],
    [[{ status: "Won" }], "without an id"],
    [[{ id: "1", ID: "2" }], "the column ID twice"],
    [[5], "a row that is not an object"],
    [{ code: "1", description: "No." }, "without an id"],
  ])("refuses %j", (body, text) => {
    const refused = problem(() => readRecordsPage(JSON.stringify(body)));
    expect(refused.kind).toBe("bad-shape");
    expect(refused.text).toContain(text);
  });
});
