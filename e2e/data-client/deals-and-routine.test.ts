import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "../oracle/period.ts";
import { startOf } from "../oracle/trend.ts";
import { anyDeals, type Deal, downloadsOf } from "./random-deals.ts";
import { anyReferrals, csvOf } from "./random-referrals.ts";
import { FIXTURES, openInPage, openInService } from "./two-sources.ts";
import {
  anySelection,
  type Choices,
  type Chosen,
  choicesOf,
  chosenFrom,
  figuresOf,
} from "./views-of-files.ts";
import { withFiles } from "./with-files.ts";

/** More of them with RANDOM_FILES. */
const RUNS = Number(process.env.RANDOM_FILES ?? 3);
const SELECTIONS = 6;
const DAY_MS = 86_400_000;

const selections = fc.array(anySelection, { minLength: SELECTIONS, maxLength: SELECTIONS });
type Selections = typeof selections extends fc.Arbitrary<infer T> ? T : never;
type Figures = Awaited<ReturnType<typeof figuresOf>>;

/** Both sources of the same files show the same of each selection; `check` counts it otherwise. */
async function compare(
  paths: readonly string[],
  chosen: Selections,
  check: (found: Figures, one: Chosen, now: number) => void = () => {},
): Promise<void> {
  const page = await openInPage(paths);
  const service = await openInService(paths);
  try {
    const choices: Choices = await choicesOf(service);
    for (const one of chosen.map((any) => chosenFrom(any, choices))) {
      const found = await figuresOf(page, one);
      expect(found).toEqual(await figuresOf(service, one));
      check(found, one, page.facts.time.at);
    }
  } finally {
    await service.close();
  }
}

const PARTNER = readdirSync(`${FIXTURES}partner-files`).map((name) => `partner-files/${name}`);
/** Alone they have no ids or dates: see local-files.test.ts. */
const ALONE = PARTNER.filter((name) => !/registrations|opportunities-download/.test(name)).map((one) => [
  one,
]);

describe("Deals, Cohorts, targets and the morning's panels", () => {
  it.each([PARTNER, ...ALONE, ["crm-opportunities.csv"]])(
    "are the same in the page as in the service: %s",
    async (...paths) => {
      const wanted = paths.includes("crm-opportunities.csv") ? 2 : SELECTIONS;
      const [chosen = []] = fc.sample(fc.array(anySelection, { minLength: wanted, maxLength: wanted }), 1);
      await compare(paths, chosen);
    },
  );

  it(`are so for ${RUNS} files of mixed referrals`, { timeout: 60_000 + RUNS * 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReferrals, selections, (referrals, chosen) =>
        withFiles({ "referrals.csv": csvOf(referrals) }, (paths) => compare(paths, chosen)),
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it(`are so for ${RUNS} pairs of downloads, and what a count over their deals gives`, {
    timeout: 60_000 + RUNS * 20_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDeals, selections, (deals, chosen) =>
        withFiles(downloadsOf(deals), (paths) =>
          compare(paths, chosen, (found, one, now) => expectCounted(found, one, deals, now)),
        ),
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

const isOpen = ({ status }: Deal) => status === "Pending" || status === "Accepted";
const isWon = ({ status }: Deal) => status === "Won";

/** The deals that pass the filters, whenever they were created; none that was closed as an error. */
function passing(all: readonly Deal[], { filters, deal }: Chosen): Deal[] {
  return all.filter(
    ({ status, market, texts }) =>
      status !== "Error" &&
      (filters.markets.length === 0 || filters.markets.includes(market)) &&
      Object.entries(deal).every(([field, wanted]) => texts[field]?.some((one) => wanted.includes(one))),
  );
}

function expectCounted(found: Figures, chosen: Chosen, all: readonly Deal[], now: number): void {
  const deals = passing(all, chosen);
  expectMorning(found, deals, chosen, now);
  const { from, to } = chosen.period;
  const own = deals.filter(({ created }) => dayOf(created) >= from && dayOf(created) <= to);
  for (const { bucket, funnel } of found.cohorts.cohorts) {
    const those = own.filter(({ created }) => startOf(dayOf(created), chosen.grain) === bucket.start);
    expect([funnel.created, funnel.won]).toEqual([those.length, those.filter(isWon).length]);
  }
  if (chosen.basis !== "created") return;
  expectValues(found.deals, own);
  expectSplits(found, own, chosen);
  expectTargets(found.targets, own, chosen);
}

/** Sums by currency, each deal once; amounts are whole numbers, so that sums are exact. */
function expectValues({ measures, unvalued, registrations }: Figures["deals"], own: readonly Deal[]): void {
  const sumOf = (deals: readonly Deal[], amount: (deal: Deal) => number | null) => {
    const amounts = deals.map(amount).filter((one) => one !== null);
    return { count: amounts.length, sum: amounts.reduce((sum, one) => sum + one, 0) };
  };
  const amounts: Record<string, (deal: Deal) => number | null> = { "usd-given": ({ usd }) => usd };
  for (const { texts } of own)
    amounts[texts.currency?.[0] ?? ""] = ({ value, texts: of }) =>
      of.currency?.[0] === texts.currency?.[0] ? value : null;
  const expected = Object.entries(amounts).flatMap(([measure, amount]) => {
    const [open, won] = [own.filter(isOpen), own.filter(isWon)].map((those) => sumOf(those, amount));
    return sumOf(own, amount).count === 0 ? [] : [[measure, { open, won }]];
  });
  expect(Object.fromEntries(measures.map((one) => [one.measure, one]))).toMatchObject(
    Object.fromEntries(expected),
  );
  expect(measures).toHaveLength(expected.length);
  const none = own.filter(({ value, usd }) => value === null && usd === null);
  expect(unvalued).toEqual({ open: none.filter(isOpen).length, won: none.filter(isWon).length });
  const steps = own.filter(isWon).map(({ registered, approved }) => {
    if (approved !== null) return "approved";
    return registered === null ? "unregistered" : "review-pending";
  });
  for (const { key, deals } of registrations.rows)
    expect(deals).toBe(steps.filter((step) => step === key).length);
}

/** Referrals by each value of a text, and why they were declined or lost. */
function expectSplits(
  { split, deals: { reasons } }: Figures,
  own: readonly Deal[],
  { split: field }: Chosen,
): void {
  const valuesOf = ({ texts }: Deal) => texts[field] ?? [""];
  expect(split.all.total).toBe(own.length);
  expect(new Set(split.rows.flatMap(({ values }) => values))).toEqual(new Set(own.flatMap(valuesOf)));
  for (const { values, total } of split.rows)
    expect(total).toBe(own.filter((deal) => valuesOf(deal).some((one) => values.includes(one))).length);
  const ended = own.filter(({ status }) => status === "Declined" || status === "Lost");
  for (const { reason, declined, lost } of reasons.rows) {
    const those = ended.filter(({ texts }) => texts.reason?.[0] === reason);
    const count = (wanted: string) => those.filter(({ status }) => status === wanted).length;
    expect([declined, lost]).toEqual([count("Declined"), count("Lost")]);
  }
  expect(reasons.rows.reduce((sum, { declined, lost }) => sum + declined + lost, 0)).toBe(ended.length);
}

function expectTargets(
  [acceptance, win, close]: Figures["targets"],
  own: readonly Deal[],
  { target: { percent } }: Chosen,
): void {
  const won = own.filter(isWon).length;
  const lost = own.filter(({ status }) => status === "Lost").length;
  const accepted = won + lost + own.filter(({ status }) => status === "Accepted").length;
  for (const [standing, part, base] of [
    [acceptance, accepted, own.length],
    [win, won, own.length],
    [close, won, won + lost],
  ] as const) {
    if (base === 0) expect(standing).toEqual({ kind: "absent" });
    else {
      expect(standing).toMatchObject({ rate: { part, base } });
      expect(standing?.kind === "safe" || standing?.kind === "met").toBe(part * 100 >= percent * base);
    }
  }
}

/** What was created since the last visit, and what waits to be answered, by its age in days. */
function expectMorning({ since, toDo }: Figures, deals: readonly Deal[], chosen: Chosen, now: number): void {
  const ageOf = ({ created }: Deal) => (now - created) / DAY_MS;
  expect(since.counts.created).toBe(deals.filter((deal) => ageOf(deal) < chosen.since).length);
  const waiting = deals.filter(({ status }) => status === "Pending");
  const aged = (over: number, upTo: number) =>
    waiting.filter((deal) => ageOf(deal) > over && ageOf(deal) <= upTo).length;
  const expected = {
    due: aged(Number.NEGATIVE_INFINITY, 1),
    overdue: aged(1, 12),
    expiring: aged(12, 14),
    expired: aged(14, Number.POSITIVE_INFINITY),
  };
  expect(toDo.all.counts).toMatchObject(expected);
  expect(toDo.first.counts).toMatchObject(expected);
}
