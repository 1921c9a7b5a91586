import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, dayOfInstant, HOUR_MS, instantOfDay } from "#lib/calendar.ts";
import { OUTCOMES, type Outcome } from "../outcome.ts";
import type { RateTarget } from "../targets.ts";
import { judgeRule, type WatchedRow, type WatchInput } from "./judge-rule.ts";
import { isWatchedNow, missingForWatch, WATCH_FIGURES, WATCHED_EVENTS, watchDate } from "./watch-figures.ts";
import { readWatchRules, WATCH_COMPARISONS, type WatchRule } from "./watch-rule.ts";

/** A referral as the oracle sees it: its outcome and the day of each date that it has. */
type Fact = { outcome: Outcome; days: Record<string, Day | null> };

const FIRST = "2024-01-01";
const anyDayOrNone = fc.option(
  fc.integer({ min: 0, max: 120 }).map((days) => addDays(FIRST, days)),
  { freq: 5 },
);
const EVENTS = Object.values(WATCHED_EVENTS).map(({ date }) => date);
const anyFact: fc.Arbitrary<Fact> = fc.record({
  outcome: fc.constantFrom(...OUTCOMES),
  days: fc.record(Object.fromEntries(EVENTS.map((date) => [date, anyDayOrNone]))) as fc.Arbitrary<
    Fact["days"]
  >,
});
const anyRule = fc
  .record({
    figure: fc.constantFrom(...WATCH_FIGURES),
    comparison: fc.constantFrom(...WATCH_COMPARISONS),
    threshold: fc.constantFrom(0, 1, 2, 3, 25, 50, 100),
    interval: fc.constantFrom("day", "week", "month", "quarter", "year"),
    inARow: fc.integer({ min: 1, max: 4 }),
  })
  .map((rule) => readWatchRules(JSON.stringify([rule])))
  .filter((read): read is WatchRule[] => Array.isArray(read))
  .map(([rule]) => rule as WatchRule);
const anyTarget = fc.record({
  figure: fc.constantFrom("acceptance", "win", "close", "expired"),
  bound: fc.constantFrom("atLeast", "under"),
  percent: fc.constantFrom(1, 25, 50, 99),
  market: fc.constantFrom("", "DE"),
}) as fc.Arbitrary<RateTarget>;
const anyTime = fc.integer({ min: 0, max: 130 * 24 }).map((hours) => instantOfDay(FIRST) + hours * HOUR_MS);

function rowsOf(facts: readonly Fact[], rule: WatchRule): WatchedRow[] {
  return facts.flatMap(({ outcome, days }) => {
    const day = isWatchedNow(rule.figure) ? FIRST : days[watchDate(rule.figure)];
    const [acknowledged, accepted] = [false, (days.acceptedDate ?? null) !== null];
    return day ? [{ day, outcome, acknowledged, accepted, count: 1 }] : [];
  });
}

const isOpen = ({ outcome }: Fact) => /^open-/.test(outcome);
const isWaiting = ({ outcome }: Fact) => outcome === "open-new" || outcome === "open-acknowledged";
const hasAccepted = ({ outcome, days }: Fact) =>
  Boolean(days.acceptedDate) || ["won", "lost", "open-accepted"].includes(outcome);

/** Every value, in percent or as a count, that an interval's figure may still take; null for a rate of none. */
function futures(facts: readonly Fact[], { figure }: WatchRule): (number | null)[] {
  const many = (holds: (fact: Fact) => boolean) => facts.filter(holds).length;
  const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);
  const share = (part: number, base: number) => (base === 0 ? null : (100 * part) / base);
  const [won, lost] = [many(({ outcome }) => outcome === "won"), many(({ outcome }) => outcome === "lost")];
  if (figure === "acceptanceRate")
    return upTo(many((fact) => isWaiting(fact) && !hasAccepted(fact))).map((more) =>
      share(many(hasAccepted) + more, facts.length),
    );
  if (figure === "winRate") return upTo(many(isOpen)).map((more) => share(won + more, facts.length));
  if (figure === "expiredRate")
    return upTo(many((fact) => isWaiting(fact) && !hasAccepted(fact))).map((more) =>
      share(many(({ outcome }) => outcome === "expired") + more, facts.length),
    );
  if (figure === "closeRate") {
    if (won + lost === 0) return [null];
    return upTo(many(isOpen)).flatMap((wins) =>
      upTo(many(isOpen) - wins).map((losses) => share(won + wins, won + lost + wins + losses)),
    );
  }
  if (figure === "open") return [many(isOpen)];
  if (figure === "overdue") return [many(isWaiting)];
  if (figure === "created" || figure === "accepted") return [facts.length];
  return [many(({ outcome }) => outcome === figure)];
}

/** The names of intervals, so that two days share one where they are in the same. */
const NAMES: Record<WatchRule["interval"], (day: Day) => string> = {
  day: (day) => day,
  week: (day) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7)),
  month: (day) => day.slice(0, 7),
  quarter: (day) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  year: (day) => day.slice(0, 4),
};

const MOST_DAYS = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** Sorts days around the time of the data into intervals, and keeps the last of those that are over. */
function lastIntervals({ interval, inARow, figure }: WatchRule, dataTime: number): Day[][] {
  if (isWatchedNow(figure)) return [[FIRST]];
  const most = MOST_DAYS[interval];
  const today = dayOfInstant(dataTime);
  const found = new Map<string, Day[]>();
  for (let days = -most * (inARow + 2); days <= most; days++) {
    const day = addDays(today, days);
    const name = NAMES[interval](day);
    found.set(name, [...(found.get(name) ?? []), day]);
  }
  const over = [...found.values()].filter(
    (days) => instantOfDay(days.at(-1) ?? "") + 24 * HOUR_MS <= dataTime,
  );
  return over.slice(-inARow);
}

function expected(facts: readonly Fact[], rule: WatchRule, input: WatchInput): string {
  const target = (market: string) =>
    input.targets.find((one) => one.market === market && rule.figure === `${one.figure}Rate`);
  const aim = target(rule.markets[0] ?? "") ?? target("");
  if (rule.comparison === "missesTarget" && !aim) return "not-judged";
  const meets = (value: number) => {
    if (rule.comparison === "over") return value > (rule.threshold ?? 0);
    if (rule.comparison === "under") return value < (rule.threshold ?? 0);
    return aim?.bound === "atLeast" ? value < aim.percent : value >= (aim?.percent ?? 0);
  };
  const verdicts = lastIntervals(rule, input.dataTime).map((days) => {
    if (!isWatchedNow(rule.figure) && days.some((day) => day < (input.firstDay ?? "9999"))) return null;
    const of = facts.filter(
      (fact) => isWatchedNow(rule.figure) || days.includes(fact.days[watchDate(rule.figure)] ?? ""),
    );
    const all = futures(of, rule);
    if (all.includes(null)) return holdsForAny(meets);
    const held = all.map((value) => meets(value as number));
    return held.every(Boolean) ? true : held.some(Boolean) ? null : false;
  });
  if (verdicts.includes(false)) return "quiet";
  return verdicts.every((one) => one === true) ? "fired" : "not-judged";
}

/** A rate of none is decided only where every rate would decide it alike. */
function holdsForAny(meets: (value: number) => boolean): boolean | null {
  const held = [0, 50, 100].map(meets);
  return held.every(Boolean) ? true : held.some(Boolean) ? null : false;
}

const reliable = { trust: "complete", missing: [], isFloor: false } as const;

describe("a rule", () => {
  it("fires when its condition holds in every finished interval, whatever becomes of the open ones", () => {
    const any = fc.tuple(
      fc.array(anyFact, { maxLength: 12 }),
      anyRule,
      anyTime,
      fc.array(anyTarget),
      fc.nat(90),
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(any, ([facts, rule, dataTime, targets, begun]) => {
        const firstDay = addDays(FIRST, begun - 400);
        const input = { ...reliable, rows: rowsOf(facts, rule), dataTime, firstDay, targets };
        const { verdict } = judgeRule(rule, input);
        seen.add(verdict.kind);
        const counted = facts.filter(({ days }) => isWatchedNow(rule.figure) || days[watchDate(rule.figure)]);
        expect(verdict.kind).toBe(expected(counted, rule, input));
      }),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual(["fired", "not-judged", "quiet"]);
  });

  it("never fires on figures that are not reliable", () => {
    const trusts = ["incomplete", "unknown", "partial", "stale"] as const;
    fc.assert(
      fc.property(
        fc.array(anyFact),
        anyRule,
        anyTime,
        fc.constantFrom(...trusts),
        (facts, rule, dataTime, trust) => {
          const input = { ...reliable, rows: rowsOf(facts, rule), dataTime, firstDay: FIRST, targets: [] };
          expect(judgeRule(rule, { ...input, trust }).verdict.kind).toBe("not-judged");
          const lacking = { ...input, missing: ["status"] as const };
          expect(judgeRule(rule, lacking).verdict).toEqual({ kind: "not-judged", because: "missing" });
        },
      ),
    );
  });

  it("fires where even a lower bound is over the threshold, and is silent on nothing it cannot know", () => {
    const [rule] = readWatchRules('[{"figure":"accepted","comparison":"over","threshold":1}]') as [WatchRule];
    const row = { day: "2024-02-06", outcome: "lost", acknowledged: true, accepted: true, count: 2 } as const;
    const input = {
      ...reliable,
      dataTime: Date.UTC(2024, 1, 12),
      firstDay: FIRST,
      targets: [],
      isFloor: true,
    };
    expect(judgeRule(rule, { ...input, rows: [row] }).verdict.kind).toBe("fired");
    expect(judgeRule(rule, { ...input, rows: [] }).verdict).toEqual({ kind: "not-judged", because: "floor" });
    const under = { ...rule, comparison: "under" as const, threshold: 2 };
    expect(judgeRule(under, { ...input, rows: [row] }).verdict.kind).toBe("quiet");
  });

  it("shows the unfinished interval without judging it", () => {
    const [rule] = readWatchRules('[{"figure":"created","comparison":"over","threshold":1}]') as [WatchRule];
    const rows = [
      { day: "2024-02-06", outcome: "lost", acknowledged: true, accepted: true, count: 9 },
    ] as const;
    const now = Date.UTC(2024, 1, 8, 12);
    const judged = judgeRule(rule, { ...reliable, rows, dataTime: now, firstDay: FIRST, targets: [] });
    expect(judged.verdict.kind).toBe("quiet");
    expect(judged.running).toMatchObject({
      from: "2024-02-05",
      to: "2024-02-11",
      value: 9,
      passedDays: 3,
      days: 7,
    });
  });
});

it("needs the date of an event, and for outcomes the status or what replaces it", () => {
  const lacking =
    (...fields: string[]) =>
    (field: string) =>
      fields.includes(field);
  const missing = (figure: WatchRule["figure"], ...fields: string[]) =>
    missingForWatch({ figure, markets: [], partners: [], sizes: [] }, lacking(...fields));
  expect(missing("accepted", "acceptedDate", "status")).toEqual(["acceptedDate"]);
  expect(missing("winRate", "status")).toEqual([]);
  expect(missing("winRate", "status", "wonDate")).toEqual(["status", "wonDate"]);
  expect(missing("open", "createdDate")).toEqual([]);
  expect(missing("overdue", "createdDate")).toEqual(["createdDate"]);
});

it("needs the fields that it filters by", () => {
  const rule = { figure: "created", markets: ["DE"], partners: ["US"], sizes: ["Small"] } as const;
  const fields = ["customerMarket", "partnerMarket", "customerOrgSize"] as const;
  expect(missingForWatch(rule, () => false)).toEqual([]);
  for (const field of fields) expect(missingForWatch(rule, (one) => one === field)).toEqual([field]);
  const open = { ...rule, figure: "open", markets: [], partners: [], sizes: [] } as const;
  for (const field of fields) expect(missingForWatch(open, (one) => one === field)).toEqual([]);
});

describe("a list of rules", () => {
  const rule = { figure: "expired", markets: ["DE"], comparison: "over", threshold: 5 };
  const read = (...rules: unknown[]) => readWatchRules(JSON.stringify(rules));

  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), (rules) => {
        expect(read(...rules)).toEqual(rules);
      }),
    );
    expect(read({ ...rule, markets: [" de "] })).toEqual([
      { ...rule, partners: [], sizes: [], interval: "week", inARow: 1 },
    ]);
  });

  it("says which rule is wrong, and where", () => {
    expect(readWatchRules("{")).toEqual({ part: "text", place: null });
    expect(readWatchRules("{}")).toEqual({ part: "text", place: null });
    expect(read(rule, 7)).toEqual({ part: "text", place: 2 });
    expect(read(rule, { ...rule, figure: "revenue" })).toEqual({ part: "figure", place: 2 });
    expect(read({ ...rule, threshold: -1 })).toEqual({ part: "threshold", place: 1 });
    expect(read({ ...rule, threshold: undefined })).toEqual({ part: "threshold", place: 1 });
    expect(read({ ...rule, figure: "winRate", threshold: 101 })).toEqual({ part: "threshold", place: 1 });
    expect(read({ ...rule, comparison: "missesTarget" })).toEqual({ part: "target", place: 1 });
    expect(read({ ...rule, inARow: 13 })).toEqual({ part: "inARow", place: 1 });
    expect(read(...Array.from({ length: 51 }, () => rule))).toEqual({ part: "many", place: null });
  });
});
