import fc from "fast-check";
import type { SourceFacts } from "#config/source-facts.ts";
import { rowsOf } from "#cube/cube.ts";
import { extraFilterOf } from "#dashboard/context/source-limits.ts";
import { statusFilter } from "#dashboard/data/status-filter.ts";
import { GRAINS } from "#lib/calendar.ts";
import { DATE_FIELDS } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { allOf, anyOf } from "#partner-center/filter-build.ts";
import type { DataClient } from "#queries/data-client.ts";
import { periodFilter } from "#queries/query-builders.ts";
import { recordsOptions } from "#queries/use-records.ts";
import { agedCohorts } from "#records/aged-rates.ts";
import { changesIn } from "#records/changes-since.ts";
import { closedWithin } from "#records/closed-within.ts";
import { dealTexts } from "#records/deal-columns.ts";
import { splitCounts, splitOverTime } from "#records/deal-splits.ts";
import { rowsMatching } from "#records/rows-matching.ts";
import { type DatedToDo, endOfFirst, firstToDo, happenedIn, toDoFilters, toDoOf } from "#records/to-do.ts";
import { cohortsOf } from "#referrals/cohorts.ts";
import { dateFieldOf } from "#referrals/date-basis.ts";
import { DEAL_TEXTS, type DealText, entriesOf } from "#referrals/deal-fields.ts";
import { type Filters, NO_FILTERS } from "#referrals/filters.ts";
import { WAITING_OUTCOMES } from "#referrals/open-age.ts";
import { closedStanding, type RateTarget, TARGET_FIGURES, targetStanding } from "#referrals/targets.ts";
import { trendAxis } from "#referrals/trend-axis.ts";
import { dealsModel } from "#views/deals/deals-model.ts";
import { openPage, type Page } from "./open-page.ts";

const DAY_MS = 86_400_000;
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** A selection of Deals, Cohorts, targets and the morning's panels; numbers are places in the data. */
export const anySelection = fc.record({
  basis: fc.oneof(
    { weight: 3, arbitrary: fc.constant("created" as const) },
    { weight: 1, arbitrary: fc.constantFrom("accepted", "won", "lost") },
  ),
  ends: fc.tuple(fc.nat(), fc.nat()),
  grain: fc.constantFrom(...GRAINS.filter((grain) => grain !== "day")),
  market: fc.option(fc.nat()),
  deal: fc.option(fc.nat()),
  measure: fc.nat(),
  split: fc.nat(),
  /** How many days the last visit is ago. */
  since: fc.nat({ max: 500 }),
  usualDays: fc.nat({ max: 60 }),
  target: fc.record({ percent: fc.nat({ max: 100 }), days: fc.integer({ min: 1, max: 400 }) }),
});
type AnySelection = typeof anySelection extends fc.Arbitrary<infer T> ? T : never;

/** What there is to choose from: days of creation (ms UTC), markets, and values of texts. */
export type Choices = {
  days: readonly number[];
  markets: readonly string[];
  values: readonly (readonly [DealText, string])[];
  measures: readonly string[];
};

const at = <T>(all: readonly T[], place: number) => all[place % all.length] as T;

/** A selection with the values at its places. */
export function chosenFrom(any: AnySelection, { days, markets, values, measures }: Choices) {
  const [from = 0, to = 0] = any.ends.map((place) => at(days, place)).sort((a, b) => a - b);
  const filters = { ...NO_FILTERS, markets: any.market === null ? [] : [at(markets, any.market)] };
  const wanted = any.deal === null || values.length === 0 ? null : at(values, any.deal);
  return {
    ...any,
    period: { from: dayOf(from), to: dayOf(to) },
    filters,
    deal: wanted === null ? {} : { [wanted[0]]: [wanted[1]] },
    measure: at(measures, any.measure),
    split: at(values, any.split)?.[0] ?? "kind",
  };
}
export type Chosen = ReturnType<typeof chosenFrom>;

type Source = { dataClient: DataClient; facts: SourceFacts };

/** What the views draw of a selection, from one source. */
export async function figuresOf({ dataClient, facts }: Source, chosen: Chosen) {
  const clients = dataClient.clientsFor(extraFilterOf(chosen.deal));
  // As the page does, additional fields are asked for where the source has some.
  const fetchFields = facts.extras.length === 0 ? null : clients.fetchFields;
  const page = openPage({ ...dataClient, ...clients, fetchFields });
  const now = facts.time.at;
  try {
    return {
      ...(await dealFigures(page, chosen, now)),
      ...(await cohortFigures(page, chosen, now)),
      targets: await targetFigures(page, chosen, now),
      since: await sinceFigures(page, chosen, now),
      toDo: await toDoFigures(page, chosen, now),
    };
  } finally {
    page.queryClient.clear();
  }
}

async function recordsOf({ queryClient, dataClient }: Page, filter: Filter, filters: Filters, now: number) {
  const { table } = await queryClient.fetchQuery(recordsOptions(dataClient, filter));
  return { table, rows: rowsMatching(table, filters, { now, isNamedMarket: () => true }), now };
}

async function dealFigures(
  page: Page,
  { basis, period, grain, filters, measure, split }: Chosen,
  now: number,
) {
  const date = dateFieldOf(basis);
  const records = await recordsOf(page, periodFilter(date, period), filters, now);
  const axis = { date, grain, period, dataTime: now };
  const { table, rows } = records;
  return {
    deals: dealsModel(records, { wanted: measure, axis, present: new Set(["expectedClose", "updated"]) }),
    split: splitOverTime(table, rows, split, axis, 8),
    wins: splitCounts(table, rows, split, { date, grain, stage: "won" }),
  };
}

async function cohortFigures(page: Page, { period, grain, filters }: Chosen, now: number) {
  const population = periodFilter("createdDate", period);
  const counted = await page.outcomeCounts({ population, filters, fields: ["createdDate"], level: grain });
  const outcomeCounts = counted.map(({ keys, ...one }) => ({ ...one, day: keys[0] ?? null }));
  const { table, rows } = await recordsOf(page, population, filters, now);
  const ranges = trendAxis(period, grain, now).map(({ covered }) => covered);
  const steps = agedCohorts(table, rows, ranges, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { cohorts: cohortsOf({ outcomeCounts, period, grain, dataTime: now }), aged: step.value };
}

async function targetFigures(
  page: Page,
  { basis, period, filters, target: { percent, days } }: Chosen,
  now: number,
) {
  const population = periodFilter(dateFieldOf(basis), period);
  const rows = await page.outcomeCounts({ population, filters, fields: ["customerMarket"] });
  const records = await recordsOf(page, population, filters, now);
  return TARGET_FIGURES.map((figure) => {
    const target: RateTarget = {
      ...{ name: "", figure, bound: "atLeast", percent, days, market: "", size: "" },
      ...{ program: "", source: "", month: "" },
    };
    return figure === "closed"
      ? closedStanding(target, closedWithin(records.table, records.rows, days, now))
      : targetStanding(target, rows);
  });
}

async function sinceFigures(page: Page, { filters, since }: Chosen, upTo: number) {
  const after = upTo - since * DAY_MS;
  const changed = DATE_FIELDS.map(
    (field): Filter => ({ kind: "date", field, operator: "gt", instant: after }),
  );
  const [first, ...others] = changed as [Filter, ...Filter[]];
  const { table, rows } = await recordsOf(page, anyOf([first, ...others]), filters, upTo);
  return changesIn(table, rows, { after, upTo });
}

/** All that wait, and the first of them where there are too many to download. */
async function toDoFigures(page: Page, { filters, usualDays }: Chosen, now: number) {
  const { cube } = await page.ask({ filter: null, groupBy: ["status"], level: "month" });
  const usualMs = usualDays * DAY_MS;
  const { expired, silent, due, expiring } = toDoFilters(now, usualMs);
  const long = { expired, silent: silent as DatedToDo };
  const counted = { expired: { count: 0, end: 0 }, silent: { count: 0, end: 0 } };
  const oldest: Filter[] = [];
  for (const kind of ["expired", "silent"] as const) {
    const { date, outcomes, happened } = long[kind];
    const waiting = statusFilter(cube, outcomes).filter;
    const population = allOf([waiting, happenedIn(date, happened)]);
    const all = await page.outcomeCounts({ population, filters, fields: [date], level: "month" });
    const months = all
      .filter(({ outcome }) => outcomes.includes(outcome))
      .map(({ keys: [month], count }) => ({ month: month ?? "", count }));
    const end = Math.min(endOfFirst(5, months), happened.upTo);
    counted[kind] = { count: months.reduce((sum, { count }) => sum + count, 0), end };
    oldest.push(allOf([waiting, happenedIn(date, { ...happened, upTo: end })]) as Filter);
  }
  const open = statusFilter(cube, [...WAITING_OUTCOMES, "open-accepted"]).filter;
  const young = happenedIn("createdDate", { after: expiring.happened.after, upTo: due.happened.upTo });
  const whole = await recordsOf(page, open, filters, now);
  const part = await recordsOf(page, anyOf([young, ...oldest]), filters, now);
  const [all, some] = [whole, part].map(({ table, rows }) => toDoOf(table, rows, now, usualMs)) as [
    ReturnType<typeof toDoOf>,
    ReturnType<typeof toDoOf>,
  ];
  return { all, first: firstToDo(some, counted) };
}

/** The choices that a source offers: the values of its texts, and none. */
export async function choicesOf({ dataClient, facts }: Source): Promise<Choices> {
  const page = openPage(dataClient);
  const { table } = await page.queryClient.fetchQuery(recordsOptions(dataClient, null));
  const byMarket = await page.ask({ filter: null, groupBy: ["customerMarket"], level: "month" });
  page.queryClient.clear();
  const values = DEAL_TEXTS.filter((field) => table.extras?.texts[field]).flatMap((field) =>
    [...new Set(dealTexts(table, field).values.flatMap(entriesOf))].map((value) => [field, value] as const),
  );
  const currencies = values.filter(([field]) => field === "currency").map(([, code]) => code);
  const created = [...table.dates.createdDate.at].filter((instant) => instant <= facts.time.at);
  return {
    days: [...new Set(created)].sort((a, b) => a - b),
    markets: rowsOf(byMarket.cube).map(({ keys: [market] }) => (market ?? "").trim().toUpperCase()),
    values,
    measures: ["usd-given", ...currencies],
  };
}
