import fc from "fast-check";
import { DATE_FIELDS, FIELDS, type Referral, TERM_FIELDS } from "#partner-center/fields.ts";
import { DATE_OPERATORS, type Filter } from "#partner-center/filter.ts";
import { type AnalyticsQuery, LEVELS } from "#partner-center/query.ts";

/** Texts that are hard for quoting, case, LIKE patterns, UTF-16 order or paging. */
const HARD_TEXTS = [
  ...["", " ", "US", "us", " US", "U", "%", "_", "O'Neill", 'say "hi"', "\\", "a\nb", "nil", "NA", "0"],
  ...[
    "\u{FF5E}",
    "\u{10000}",
    "🚀 Ltd",
    "<b>x</b>",
    "شركة الواحة",
    "株式会社",
    "'; DROP TABLE referrals; --",
  ],
  ...["é", "e\u0301", "x".repeat(500)],
];

const HARD_DATES = [
  ...["2024-02-29", "2024-02-29T23:59:59.999", "2024-03-01T00:00:00", "2024-03-01 00:00:00.1234567Z"],
  ...[
    "2024-03-01T01:30:00+02:00",
    "2024-03-01T00:00:00+00:00",
    "3/1/2024 12:00:00 AM",
    "2/9/2023 1:02:03 PM",
  ],
  ...[
    "2023-01-01T08:00:00",
    "2023-01-02T08:00:00",
    "2024-12-30",
    "2024-12-31T10:00:00",
    "2025-01-01T10:00:00.120",
  ],
  ...["", "0001-01-01T00:00:00", "0001-01-01", "1999-12-31T23:59:59", "0002-05-06", "9999-12-31T23:59:59.9"],
  ...[
    "soon",
    "2024-02-30",
    "2024-13-01T00:00:00",
    "2024-01-01T24:00:00",
    "13/13/2024 1:00:00 AM",
    "2024-1-1-1",
  ],
];

export const hardText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HARD_TEXTS) },
  // NUL is not allowed in every format, and names of countries are read as codes.
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: "binary", maxLength: 6 })
      .filter((text) => !text.includes("\0") && !/^[a-z]{2,4}$/i.test(text)),
  },
);

export const hardDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HARD_DATES) },
  {
    weight: 1,
    arbitrary: fc
      .date({ noInvalidDate: true, min: new Date("2023-01-01"), max: new Date("2025-12-31") })
      .map((date) => date.toISOString()),
  },
);

const cells = (value: fc.Arbitrary<string>) => fc.option(value, { freq: 3 });

/** Referrals as in a file: few distinct values, to get ties; any oddity in any field. */
export const referral: fc.Arbitrary<Referral> = fc.record({
  ...(Object.fromEntries(TERM_FIELDS.map((field) => [field, cells(hardText)])) as Record<
    "id",
    fc.Arbitrary<string | null>
  >),
  ...(Object.fromEntries(DATE_FIELDS.map((field) => [field, cells(hardDate)])) as Record<
    "wonDate",
    fc.Arbitrary<string | null>
  >),
}) as fc.Arbitrary<Referral>;

const instant = fc.constantFrom(
  ...["2024-02-29T23:59:59.999Z", "2024-03-01T00:00:00Z", "2024-02-29T23:30:00Z", "2023-01-02T08:00:00Z"].map(
    Date.parse,
  ),
  ...["0002-05-06T00:00:00Z", "9999-12-31T23:59:59.900Z", "2024-12-30T00:00:00Z"].map(Date.parse),
);

const termField = fc.constantFrom(...TERM_FIELDS);
const dateField = fc.constantFrom(...DATE_FIELDS);
const equality = fc.constantFrom("eq" as const, "ne" as const);

/** Any filter, with every operator. */
export const filter: fc.Arbitrary<Filter> = fc.letrec<{ tree: Filter; leaf: Filter; branch: Filter }>(
  (tie) => ({
    tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("leaf"), tie("branch")),
    leaf: fc.oneof(
      fc.record({
        kind: fc.constant("term" as const),
        field: termField,
        operator: equality,
        value: fc.option(hardText),
      }),
      fc.record({ kind: fc.constant("contains" as const), field: termField, value: hardText }),
      fc.record({
        kind: fc.constant("date" as const),
        field: dateField,
        operator: fc.constantFrom(...DATE_OPERATORS),
        instant,
      }),
      fc.record({ kind: fc.constant("date-null" as const), field: dateField, operator: equality }),
    ),
    branch: fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      operands: fc.array(tie("tree"), {
        minLength: 2,
        maxLength: 4,
      }) as fc.Arbitrary<unknown> as fc.Arbitrary<[Filter, Filter]>,
    }),
  }),
).tree;

const page = fc.record({
  top: fc.constantFrom(0, 1, 3, 10_000),
  skip: fc.constantFrom(0, 0, 1, 5, 1000),
});

export const groupedQuery = fc.record({
  kind: fc.constant("grouped" as const),
  query: fc.record({
    filter: fc.option(filter),
    groupBy: fc.uniqueArray(fc.constantFrom(...FIELDS), {
      minLength: 1,
      maxLength: 3,
    }) as fc.Arbitrary<unknown> as fc.Arbitrary<["id"]>,
    level: fc.constantFrom(...LEVELS),
  }),
  page,
});

export const anyQuery: fc.Arbitrary<AnalyticsQuery> = fc.oneof(
  groupedQuery,
  fc.record({ kind: fc.constant("records" as const), query: fc.record({ filter: fc.option(filter) }), page }),
);
