import fc from "fast-check";
import { expect, it } from "vitest";
import { supersetQuery } from "#queries/use-prefetch-cube.ts";
import { datedFilter } from "#queries/use-undated-counts.ts";
import { rowsOf } from "../../src/cube/cube.ts";
import { overdueQueries } from "../../src/dashboard/data/use-overdue-outcomes.ts";
import type { SelectedRecords } from "../../src/dashboard/data/use-selected-records.ts";
import { createFileStore } from "../../src/local-files/file-store.ts";
import { localClient } from "../../src/local-files/local-client.ts";
import type { DateField } from "../../src/partner-center/fields.ts";
import type { Filter } from "../../src/partner-center/filter.ts";
import type { RecordTable } from "../../src/partner-center/record-table.ts";
import { createDataClient, createLocalDataClient, type DataClient } from "../../src/queries/data-client.ts";
import { type OutcomeCountRow, outcomeCountRows } from "../../src/queries/outcome-counts.ts";
import { DATASET_SUMMARY_QUERY, stagesQuery } from "../../src/queries/query-builders.ts";
import {
  dividedDay,
  dividedFilter,
  laterQuery,
  type StandingRows,
  standingRows,
  TERM_DIMENSIONS,
  undatedRows,
} from "../../src/queries/standing-counts.ts";
import type { OutcomeCountsQuery } from "../../src/queries/use-outcome-counts.ts";
import { recordsOptions } from "../../src/queries/use-records.ts";
import { trendFrom, trendQueries } from "../../src/queries/use-trend.ts";
import { answeredWithin } from "../../src/records/answered.ts";
import { asItStood } from "../../src/records/as-it-stood.ts";
import { overdueRows } from "../../src/records/row-age.ts";
import { rowsMatching } from "../../src/records/rows-matching.ts";
import { funnelOf, lastStage as lastStageOf } from "../../src/referrals/funnel.ts";
import { marketTable } from "../../src/referrals/market-table.ts";
import { OVERDUE_LIMITS, WAITING_OUTCOMES } from "../../src/referrals/open-age.ts";
import type { Referral } from "../oracle/csv.ts";
import { countFunnel, lastStage } from "../oracle/funnel.ts";
import { countMarkets } from "../oracle/markets.ts";
import { answerOf, waitOf } from "../oracle/times.ts";
import { startOf } from "../oracle/trend.ts";
import { dayIn, keyOf } from "../oracle/trend-figures.ts";
import { openPage, type Page } from "./open-page.ts";
import { hurried } from "./overview.ts";
import { anyReferrals, csvOf } from "./random-referrals.ts";
import { anyChosen, type Chosen, chosenOf, keyIn, scopeOf, standingOf, termsOf } from "./random-selection.ts";
import { startService } from "./service.ts";

/** More of them with RANDOM_FILES. */
const RUNS = Number(process.env.RANDOM_FILES ?? 3);
const SELECTIONS = 6;

/** A client of the same referrals opened in the page. */
async function openFile(csv: string): Promise<DataClient> {
  const store = createFileStore();
  await store.read([new File([csv], "referrals.csv")], { dateOrder: null, mappings: {} }, null, () => {});
  const { id } = store.open();
  return createLocalDataClient((extraFilter) => ({
    extraFilter: "",
    client: localClient(store, id, extraFilter),
    fetchFields: null,
  }));
}

function countsOf(items: Iterable<readonly [string, number]>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const [key, count] of items) counts.set(key, (counts.get(key) ?? 0) + count);
  return Object.fromEntries(
    [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function expectFunnel(
  { outcomeCounts }: Page,
  chosen: Chosen,
  all: readonly Referral[],
): Promise<void> {
  const filters = termsOf(chosen, all);
  const expected = chosenOf(chosen, filters, all);
  const rows = await outcomeCounts({ ...scopeOf(chosen, filters), fields: ["customerMarket"] });
  const { created, acknowledged, accepted, won, dropOffs } = funnelOf(rows);
  const { stages } = countFunnel(expected);
  expect([created, acknowledged, accepted, won]).toEqual(Object.values(stages));
  expect(countsOf(dropOffs.map(({ outcome, stage, count }) => [`${outcome} ${stage}`, count]))).toEqual(
    countsOf(
      expected
        .filter((one) => lastStage(one) !== "Won")
        .map((one) => [`${keyOf(one, "outcome")} ${lastStage(one).toLowerCase()}`, 1]),
    ),
  );
  const byMarket = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, market: keys[0] ?? null }));
  const none = { buckets: [], series: [], other: { total: 0, values: [], members: [] } };
  expect(
    marketTable(byMarket, none).map(({ market, referrals, funnel, open }) => ({
      code: market,
      referrals,
      accepted: funnel.accepted,
      won: funnel.won,
      open,
    })),
  ).toEqual(countMarkets(expected));
}

async function expectTrend(page: Page, chosen: Chosen, all: readonly Referral[]): Promise<void> {
  const filters = termsOf(chosen, all);
  const { by, basis, grain } = chosen;
  const options = { ...scopeOf(chosen, filters), by, grain };
  const { ofFilters, ofStages } = trendQueries(options);
  const trend = trendFrom(
    options,
    ofFilters && (await page.ask(ofFilters)),
    ofStages && (await page.stages(ofStages)),
  );
  expect(countsOf((trend?.rows ?? []).map(({ key, day, count }) => [`${day} ${key}`, count]))).toEqual(
    countsOf(
      chosenOf(chosen, filters, all).map((one) => [
        `${startOf(dayIn(one, basis) ?? "", grain)} ${keyIn(by)(one)}`,
        1,
      ]),
    ),
  );
}

async function expectOverdue(
  { outcomeCounts }: Page,
  chosen: Chosen,
  all: readonly Referral[],
): Promise<void> {
  const filters = termsOf(chosen, all);
  const { limit } = chosen;
  const { before, onDay } = overdueQueries(scopeOf(chosen, filters), limit);
  const rows = [...(await outcomeCounts(before)), ...(onDay ? await outcomeCounts(onDay) : [])];
  const waiting: readonly string[] = WAITING_OUTCOMES;
  const counted = rows.filter(({ outcome }) => waiting.includes(outcome));
  expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(
    chosenOf(chosen, filters, all).filter((one) => (waitOf(one, limit) ?? 0) > 0).length,
  );
}

type StandingQuery = OutcomeCountsQuery & { population: Filter; date: DateField };

/** How a selection stood, from grouped answers, as the views ask for it. */
async function standingFromGroups(page: Page, query: StandingQuery, asOf: number): Promise<StandingRows> {
  const { ask, stages, dataClient, queryClient } = page;
  const { population, date, fields, level } = query;
  const filters = { ...query.filters, outcomes: [] };
  const today = await page.outcomeCounts({ ...query, filters });
  const day = dividedDay(asOf);
  const records = day === null ? null : recordsOptions(dataClient, dividedFilter(population, day));
  const divided = records && (await queryClient.fetchQuery(records)).table;
  const { cube } = await ask(laterQuery(population, date, asOf));
  const statuses = rowsOf((await ask({ filter: population, groupBy: ["status"], level: "month" })).cube);
  const dated = datedFilter(
    population,
    statuses.map(({ keys: [status = null] }) => status),
  );
  const proved = dated && (await stages(stagesQuery(dated, [...TERM_DIMENSIONS, ...fields], level)));
  const undated = proved ? undatedRows(today, outcomeCountRows(proved, fields, filters), fields) : [];
  return standingRows(today, { cube, divided, date, asOf }, query, undated);
}

const fateOf = (one: Referral) => `${keyOf(one, "outcome")} ${lastStage(one).toLowerCase()}`;

function expectFates(
  rows: readonly OutcomeCountRow[],
  then: readonly Referral[],
  key: (one: Referral) => string,
) {
  expect(
    countsOf(rows.map((row) => [`${row.keys[0]} ${row.outcome} ${lastStageOf(row)}`, row.count])),
  ).toEqual(countsOf(then.map((one) => [`${key(one)} ${fateOf(one)}`, 1])));
}

/** The same selection as it stood at an instant: by market and by interval, early and late, from groups and records. */
async function expectStanding(page: Page, chosen: Chosen, all: readonly Referral[]): Promise<void> {
  const filters = termsOf(chosen, all);
  const { asOf, basis, grain } = chosen;
  const scope = scopeOf(chosen, filters);
  // The date itself may lie behind the instant, and the bucket is still that of today.
  const placed = all.map((one) => {
    const day = dayIn(one, basis);
    return { ...one, bucket: day && startOf(day, grain) };
  });
  const [then, late] = [standingOf(chosen, filters, placed), standingOf(chosen, filters, placed, true)];
  const byMarket = await standingFromGroups(page, { ...scope, fields: ["customerMarket"] }, asOf);
  expectFates(byMarket.rows, then, (one) => keyOf(one, "market"));
  expectFates(byMarket.late, late, (one) => keyOf(one, "market"));
  const byBucket = await standingFromGroups(page, { ...scope, fields: [scope.date], level: grain }, asOf);
  expectFates(byBucket.rows, then, ({ bucket }) => bucket ?? "");
  expectFates(byBucket.late, late, ({ bucket }) => bucket ?? "");
  const { table } = await page.queryClient.fetchQuery(recordsOptions(page.dataClient, scope.population));
  const rows = rowsMatching(table, { ...filters, asOf }, { now: chosen.limit, isNamedMarket: () => true });
  expect(idsOf(table, rows)).toEqual(then.map(({ id }) => id).sort());
  expectAnswersThen({ table: asItStood(table, asOf), rows, now: asOf + 1 }, then);
}

/** What was answered in time by then, and what was overdue. */
function expectAnswersThen({ table, rows, now }: SelectedRecords, then: readonly Referral[]): void {
  const { answerMs, expiryMs } = OVERDUE_LIMITS;
  const waits = (limit: number) => then.filter((one) => (waitOf(one, now) ?? -1) > limit).length;
  const { answer, expiry } = overdueRows(table, rows, now);
  expect([answer.length, expiry.length]).toEqual([waits(answerMs), waits(expiryMs)]);
  for (const limit of [answerMs, expiryMs])
    expect(countsOf(Object.entries(answeredWithin(table, rows, limit, now).counts))).toEqual(
      countsOf(then.map((one) => [answerOf(one, limit, now), 1])),
    );
}

function idsOf(table: RecordTable, rows: Iterable<number>): string[] {
  const { codes, values } = table.terms.id;
  return Array.from(rows, (row) => values[codes[row] ?? 0] ?? "").sort();
}

async function expectRecords(
  { dataClient, queryClient }: Page,
  chosen: Chosen,
  all: readonly Referral[],
): Promise<void> {
  const filters = termsOf(chosen, all);
  const { population } = scopeOf(chosen, filters);
  const { table, total } = await queryClient.fetchQuery(recordsOptions(dataClient, population));
  expect(total).toBe(table.size);
  const rows = rowsMatching(table, filters, { now: chosen.limit, isNamedMarket: () => true });
  expect(idsOf(table, rows)).toEqual(
    chosenOf(chosen, filters, all)
      .map(({ id }) => id)
      .sort(),
  );
}

it(`${RUNS} files and ${SELECTIONS} selections of each give what a count over the file gives, served and opened in the page`, {
  timeout: 60_000 + RUNS * 20_000,
}, async () => {
  const anyCase = fc.record({
    referrals: anyReferrals,
    chosen: fc.array(anyChosen, { minLength: SELECTIONS, maxLength: SELECTIONS }),
    // Before which of them the answer comes that holds all others: from then on they are taken from it.
    wideAt: fc.nat({ max: SELECTIONS }),
  });
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ referrals, chosen, wideAt }) => {
      const csv = csvOf(referrals);
      const service = await startService(csv);
      try {
        const client = createDataClient({ endpoint: service.endpoint, application: "Test" }, hurried());
        const served = { ...client, fetchFields: null };
        for (const page of [openPage(served), openPage(await openFile(csv))]) {
          const dataset = await page.ask(DATASET_SUMMARY_QUERY);
          for (const [at, one] of chosen.entries()) {
            if (at === wideAt) await page.stages(supersetQuery(dataset.cube, one.period));
            await expectFunnel(page, one, referrals);
            await expectTrend(page, one, referrals);
            await expectOverdue(page, one, referrals);
            await expectStanding(page, one, referrals);
            await expectRecords(page, one, referrals);
          }
          page.queryClient.clear();
        }
      } finally {
        await service.close();
      }
    }),
    // To look for a smaller file takes minutes; the seed brings this one back.
    { numRuns: RUNS, endOnFailure: true },
  );
});
