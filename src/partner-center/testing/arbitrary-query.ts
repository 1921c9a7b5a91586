import fc from "fast-check";
import { DATE_FIELDS, FIELDS, isDateField, TERM_FIELDS } from "../fields.ts";
import { DATE_OPERATORS, type Filter } from "../filter.ts";
import { type AnalyticsQuery, type GroupedQuery, LEVELS } from "../query.ts";

const HOSTILE = [
  "",
  "'",
  "''",
  "O''Neill' or 'x' eq 'x",
  "'; DROP TABLE referrals; --",
  "a&b=c#d?e+f%27",
  "null",
  " \t\n",
  "<b>שלום</b> 👩‍💻",
  "__proto__",
];

/** Arbitrary text that a URL can carry, with many quotes. */
const aText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("'", "a", " ") }),
  fc.constantFrom(...HOSTILE),
);

const anInstant = fc.integer({
  min: Date.parse("0001-01-02T00:00:00Z"),
  max: Date.parse("9999-12-31T23:59:59.999Z"),
});

const equality = fc.constantFrom("eq" as const, "ne" as const);
const aTermField = fc.constantFrom(...TERM_FIELDS);
const aDateField = fc.constantFrom(...DATE_FIELDS);

const aCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    kind: fc.constant("term" as const),
    field: aTermField,
    operator: equality,
    value: fc.option(aText),
  }),
  fc.record({ kind: fc.constant("contains" as const), field: aTermField, value: aText }),
  fc.record({
    kind: fc.constant("date" as const),
    field: aDateField,
    operator: fc.constantFrom(...DATE_OPERATORS),
    instant: anInstant,
  }),
  fc.record({ kind: fc.constant("date-null" as const), field: aDateField, operator: equality }),
);

/** Filter trees up to six deep, with nested nodes of the same kind. */
export const aFilter = fc.letrec<{ filter: Filter; joined: Filter }>((tie) => ({
  filter: fc.oneof({ maxDepth: 6, withCrossShrink: true }, aCondition, tie("joined")),
  joined: fc
    .tuple(
      fc.constantFrom("and" as const, "or" as const),
      tie("filter"),
      tie("filter"),
      fc.array(tie("filter"), { maxLength: 2 }),
    )
    .map(([kind, first, second, rest]): Filter => ({ kind, operands: [first, second, ...rest] })),
})).filter;

const aPage = fc.record({ top: fc.nat(10_000), skip: fc.nat(2_147_483_647) });

/** Grouped queries; the level is `day` where no date is grouped, as it has no meaning there. */
const aGroupedQuery: fc.Arbitrary<GroupedQuery> = fc
  .tuple(
    fc.option(aFilter),
    fc.uniqueArray(fc.constantFrom(...FIELDS), { minLength: 1, maxLength: 5 }),
    fc.constantFrom(...LEVELS),
  )
  .map(([filter, [first = "status", ...rest], level]) => ({
    filter,
    groupBy: [first, ...rest],
    level: [first, ...rest].some(isDateField) ? level : "day",
  }));

export const anAnalyticsQuery: fc.Arbitrary<AnalyticsQuery> = fc.oneof(
  fc.record({ kind: fc.constant("grouped" as const), query: aGroupedQuery, page: aPage }),
  fc.record({
    kind: fc.constant("records" as const),
    query: fc.record({ filter: fc.option(aFilter) }),
    page: aPage,
  }),
);
