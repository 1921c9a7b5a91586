import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, dayOfInstant, HOUR_MS } from "#lib/calendar.ts";
import { DATE_FIELDS, type Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { ANSWER_GROUPS } from "#referrals/answer-group.ts";
import { referral } from "#referrals/arbitraries.ts";
import { funnelOf, lastStage, STAGES } from "#referrals/funnel.ts";
import { journeyOf } from "#referrals/journey.ts";
import { marketCode } from "#referrals/market.ts";
import { openAge } from "#referrals/open-age.ts";
import { fateOf, OUTCOMES } from "#referrals/outcome.ts";
import { QUALITY_CLASSES, qualityReport } from "#referrals/quality.ts";
import { ROUTES, routeOf } from "#referrals/route.ts";
import { TIMES, type Time, timesOf } from "#referrals/times.ts";
import { answeredWithin } from "./answered.ts";
import { anyRecords, NEWEST, tableOf } from "./arbitraries.ts";
import type { FilterContext, RecordFilter } from "./record-filter.ts";
import { allRows } from "./rows.ts";
import { rowsMatching } from "./rows-matching.ts";

const isNamedMarket = (code: string) => ["US", "DE"].includes(code);
const context: FilterContext = { now: NEWEST, isNamedMarket };

/** States that a filter keeps exactly the referrals of which a plain test is true. */
function keepsThose<T>(
  anyPart: fc.Arbitrary<T>,
  filterOf: (part: T) => RecordFilter,
  isWanted: (one: Referral, part: T) => boolean,
) {
  fc.assert(
    fc.property(anyRecords, anyPart, ({ referrals, table }, part) => {
      const rows = [...rowsMatching(table, filterOf(part), context)];
      expect(rows).toEqual(referrals.flatMap((one, row) => (isWanted(one, part) ? [row] : [])));
    }),
    { numRuns: 60 },
  );
}

const someOf = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 });
const anyDayOrNone = fc.option(
  fc.integer({ min: 0, max: 31 }).map((days) => dayOfInstant(NEWEST - days * DAY_MS)),
);

describe("keys", () => {
  it("are any of a list, or none of it", () => {
    const codes = someOf("US", "DE", "X", "");
    keepsThose(
      codes,
      (markets) => ({ markets }),
      (one, list) => list.includes(marketCode(one.customerMarket)),
    );
    keepsThose(
      codes,
      (partners) => ({ partners }),
      (one, list) => list.includes(marketCode(one.partnerMarket)),
    );
    keepsThose(
      codes,
      (notMarkets) => ({ notMarkets }),
      (one, list) => !list.includes(marketCode(one.customerMarket)),
    );
    const sizes = someOf("odd", "", "10to50employees");
    keepsThose(
      sizes,
      (list) => ({ sizes: list }),
      (one, list) => list.includes(one.customerOrgSize ?? ""),
    );
    keepsThose(
      someOf("a-1", "B-3"),
      (ids) => ({ ids }),
      (one, ids) => ids.includes(one.id ?? "none"),
    );
  });

  it("tell the route between them", () => {
    const isOn = (one: Referral, route: string) =>
      routeOf(marketCode(one.customerMarket), marketCode(one.partnerMarket)) === route;
    const anyRoute = fc.constantFrom(...ROUTES);
    keepsThose(anyRoute, (route) => ({ route }), isOn);
    keepsThose(
      anyRoute,
      (notRoute) => ({ notRoute }),
      (one, route) => !isOn(one, route),
    );
  });

  it("ask for nothing by an empty list", () => {
    keepsThose(
      fc.constant([]),
      (none) => ({ markets: none, outcomes: none, ids: none, dates: none }),
      () => true,
    );
  });
});

describe("what became of a referral", () => {
  it("is its outcome and its fate", () => {
    const outcomes = someOf(...OUTCOMES);
    keepsThose(
      outcomes,
      (list) => ({ outcomes: list }),
      (one, list) => list.includes(journeyOf(one).outcome),
    );
    keepsThose(
      outcomes,
      (notOutcomes) => ({ notOutcomes }),
      (one, list) => !list.includes(journeyOf(one).outcome),
    );
    keepsThose(
      fc.constantFrom("won", "exit", "open"),
      (fate) => ({ fate }),
      (one, fate) => fateOf(journeyOf(one).outcome) === fate,
    );
  });

  it("is the stage that it left at, without a win", () => {
    keepsThose(
      fc.constantFrom("created", "acknowledged", "accepted"),
      (left) => ({ left }),
      (one, left) => lastStage(journeyOf(one)) === left,
    );
  });

  it("is as many referrals as the funnel says, reached and implied", () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...STAGES), ({ referrals, table }, stage) => {
        const figures = funnelOf(referrals.map(journeyOf)).stages.find((one) => one.stage === stage);
        expect(rowsMatching(table, { reached: stage }, context)).toHaveLength(figures?.count ?? -1);
        expect(rowsMatching(table, { implied: stage }, context)).toHaveLength(figures?.implied ?? -1);
      }),
    );
  });
});

describe("dates", () => {
  const anyField = fc.constantFrom(...DATE_FIELDS);

  it("are whole UTC days, both included", () => {
    keepsThose(
      fc.record({ field: anyField, from: anyDayOrNone, to: anyDayOrNone }),
      (range) => ({ dates: [range] }),
      (one, { field, from, to }) => {
        const reading = readInstant(one[field]);
        if (reading.kind !== "instant") return false;
        const day = dayOfInstant(reading.at);
        return (from ?? "0000") <= day && day <= (to ?? "9999-12-31");
      },
    );
    const table = tableOf(
      ["2024-01-31T23:59:59.999", "2024-02-01T00:00:00", "2024-02-29T23:59:59.999", "2024-03-01"].map(
        (createdDate) => referral({ createdDate }),
      ),
    );
    const february = { field: "createdDate", from: "2024-02-01", to: "2024-02-29" } as const;
    expect([...rowsMatching(table, { dates: [february] }, context)]).toEqual([1, 2]);
  });

  it("are lacking because nothing was sent, or because nobody can read it", () => {
    keepsThose(
      fc.record({ field: anyField, because: fc.constantFrom("never", "unreadable", "either") }),
      (one) => ({ lacking: [one] }),
      (one, { field, because }) => {
        const { kind } = readInstant(one[field]);
        return kind === because || (because === "either" && kind !== "instant");
      },
    );
  });
});

describe("waiting, times and quality", () => {
  it("are those of the open age", () => {
    const age = (one: Referral, now = NEWEST) => openAge(one, now);
    const isLate = (one: Referral, now?: number) => /past/.test(JSON.stringify(age(one, now)));
    keepsThose(
      fc.constantFrom("waiting", "answer", "expiry", "soon", "in-time", "undated"),
      (overdue) => ({ overdue }),
      (one, overdue) => {
        const now = age(one);
        const past = now.kind === "waiting" ? now.overdue : null;
        return {
          waiting: now.kind !== "not-waiting",
          answer: past === "past-answer" || past === "past-expiry",
          expiry: past === "past-expiry",
          soon: past === "no" && isLate(one, NEWEST + DAY_MS),
          "in-time": past === "no",
          undated: now.kind === "undated",
        }[overdue];
      },
    );
  });

  it("are times in a range, the upper end included", () => {
    const anyHours = fc.option(fc.integer({ min: 0, max: 200 }));
    keepsThose(
      fc.record({ time: fc.constantFrom(...(Object.keys(TIMES) as Time[])), over: anyHours, upTo: anyHours }),
      ({ time, over, upTo }) => ({
        times: [{ time, overMs: over && over * HOUR_MS, upToMs: upTo && upTo * HOUR_MS }],
      }),
      (one, { time, over, upTo }) =>
        timesOf([one], time).some(
          (ms) => (over === null || ms > over * HOUR_MS) && (upTo === null || ms <= upTo * HOUR_MS),
        ),
    );
  });

  it("are both dates of a time on days in order", () => {
    keepsThose(
      fc.constantFrom(...(Object.keys(TIMES) as Time[])),
      (days) => ({ days }),
      (one, days) => {
        const read = [TIMES[days].from, TIMES[days].to].map((field) => readInstant(one[field]));
        const [start, end] = read.map((date) => (date.kind === "instant" ? dayOfInstant(date.at) : null));
        return typeof start === "string" && typeof end === "string" && start <= end;
      },
    );
  });

  it("are as many as answered in time, late, and so on", () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...ANSWER_GROUPS), ({ table }, group) => {
        const { counts } = answeredWithin(table, allRows(table), DAY_MS, NEWEST);
        const rows = rowsMatching(table, { answer: { limitMs: DAY_MS, group } }, context);
        expect(rows).toHaveLength(counts[group]);
      }),
    );
  });

  it("are the records of a quality class, or of any", () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...QUALITY_CLASSES), ({ referrals, table }, quality) => {
        const report = qualityReport(referrals, isNamedMarket);
        const rows = rowsMatching(table, { quality }, context);
        expect(Array.from(rows, (row) => referrals[row])).toEqual(report.get(quality));
        const noted = new Set([...report.values()].flat());
        expect(rowsMatching(table, { noted: true }, context)).toHaveLength(noted.size);
        expect(rowsMatching(table, { noted: false }, context)).toHaveLength(referrals.length - noted.size);
      }),
    );
  });
});

describe("what a reader types", () => {
  const table = tableOf([
    referral({ id: "A-1", customerName: "Café Zoë", customerMarket: " de" }),
    referral({ id: "B-2", customerName: "Zoe Ltd", customerMarket: "US" }),
    referral({ id: "ZOE", customerName: null, customerMarket: null }),
  ]);
  const found = (filter: RecordFilter, shownText?: FilterContext["shownText"]) => [
    ...rowsMatching(table, filter, shownText === undefined ? context : { ...context, shownText }),
  ];

  it("is found in names and ids, without regard to case and accents, each word", () => {
    expect(found({ search: "zoe" })).toEqual([0, 1, 2]);
    expect(found({ search: " ZOË  cafe" })).toEqual([0]);
    expect(found({ search: "zoe b-2" })).toEqual([1]);
    expect(found({ search: " " })).toEqual([0, 1, 2]);
    expect(found({ search: "(.*" })).toEqual([]);
  });

  it("is found in its own column, a market also by its name", () => {
    expect(found({ texts: { customerName: "zoe" } })).toEqual([0, 1]);
    expect(found({ texts: { id: "-", customerName: "ltd" } })).toEqual([1]);
    expect(found({ texts: { customerMarket: "d" } })).toEqual([0]);
    const countryName = (_: string, code: string) =>
      ({ DE: "Deutschland", US: "Österreich" })[code] ?? "ohne";
    expect(found({ texts: { customerMarket: "oster" } }, countryName)).toEqual([1]);
    expect(found({ texts: { customerMarket: "ohne" } }, countryName)).toEqual([2]);
  });
});

it("keeps who passes all parts, among the rows and in the order that are given", () => {
  fc.assert(
    fc.property(anyRecords, ({ table }) => {
      const parts: RecordFilter[] = [{ fate: "open" }, { search: "zoe" }, { markets: ["US", ""] }];
      const [first, second, third] = parts.map((part) => new Set(rowsMatching(table, part, context)));
      const backwards = allRows(table).reverse();
      const rows = rowsMatching(table, Object.assign({}, ...parts), context, backwards);
      expect([...rows]).toEqual(
        [...backwards].filter((row) => first?.has(row) && second?.has(row) && third?.has(row)),
      );
    }),
  );
});
