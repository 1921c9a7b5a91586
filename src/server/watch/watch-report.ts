import { readFile } from "node:fs/promises";
import { SettingsError } from "#config/settings-error.ts";
import { isWholeSource, type SourceFacts } from "#config/source-facts.ts";
import { bucketStart, endOfMonth } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { MAX_SKIP } from "#partner-center/query-print.ts";
import { marketCode } from "#referrals/market.ts";
import { sizeKey } from "#referrals/org-size.ts";
import { CLOSING_DATES, outcomeOf } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import { type Judgement, judgeRule, type WatchedRow, type WatchTarget } from "#referrals/watch/judge-rule.ts";
import {
  floorDate,
  isWatchedNow,
  missingForWatch,
  WATCH_FIGURES,
  watchDate,
} from "#referrals/watch/watch-figures.ts";
import { watchPopulation } from "#referrals/watch/watch-population.ts";
import {
  MAX_IN_A_ROW,
  readWatchRules,
  WATCH_COMPARISONS,
  type WatchFault,
  type WatchRule,
} from "#referrals/watch/watch-rule.ts";
import type { Store } from "#server/store/store.ts";

const WRONG: Record<WatchFault["part"], string> = {
  text: "it must be a JSON list of rules. Export one from the page to see how it looks",
  many: "it may have at most 50 rules",
  target: "only rates have targets: comparison must be over or under",
  figure: `figure must be one of ${WATCH_FIGURES.join(", ")}`,
  markets: "markets must be a list of at most 50 codes such as US",
  partners: "partners must be a list of at most 50 codes such as US",
  sizes: "sizes must be a list of at most 50 texts, as in the data",
  comparison: `comparison must be one of ${WATCH_COMPARISONS.join(", ")}`,
  threshold: "threshold must be a number of at least 0, and of at most 100 for a rate",
  interval: "interval must be day, week, month, quarter or year",
  inARow: `inARow must be a whole number from 1 to ${MAX_IN_A_ROW}`,
};

/** The rules of WATCH_RULES. @throws SettingsError with a sentence */
export async function readRulesFile(path: string | undefined): Promise<readonly WatchRule[]> {
  if (!path) throw new SettingsError(["WATCH_RULES: name a file of rules, as the page exports them."]);
  const text = await readFile(path, "utf8").catch(() => {
    throw new SettingsError([`WATCH_RULES: ${path} cannot be read: check the path.`]);
  });
  const rules = readWatchRules(text);
  if (!("part" in rules)) return rules;
  const where = rules.place === null ? path : `${path}, rule ${rules.place}`;
  throw new SettingsError([`WATCH_RULES: ${where}: ${WRONG[rules.part]}.`]);
}

type Bucket = Partial<Record<Field, string | null>> & { count: number };

async function bucketsOf(
  store: Pick<Store, "group">,
  filter: Filter | null,
  groupBy: readonly [Field, ...Field[]],
  level: "day" | "month",
): Promise<Bucket[]> {
  const page = { top: MAX_SKIP, skip: 0 };
  const { table } = await store.group({ kind: "grouped", query: { filter, groupBy, level }, page });
  return Array.from(table.counts, (count, row) => ({
    ...Object.fromEntries(
      table.columns.map(({ field, codes, values }) => [field, values[codes[row] as number]]),
    ),
    count,
  }));
}

/** From the first to the last month with plausible created dates, and the referrals without one. */
async function createdMonths(
  store: Pick<Store, "group">,
  { from, to }: { from: number; to: number },
): Promise<{ months: Period | null; undated: number }> {
  const buckets = await bucketsOf(store, null, ["createdDate"], "month");
  const days = buckets.flatMap(({ createdDate }) => createdDate ?? []).sort();
  const plausible = days.filter((day) => Date.parse(endOfMonth(day)) >= from && Date.parse(day) < to);
  const shown = plausible.length > 0 ? plausible : days;
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    months: first && last ? { from: first, to: endOfMonth(last) } : null,
    undated: buckets.find(({ createdDate }) => !createdDate)?.count ?? 0,
  };
}

const NEEDED = ["status", "customerMarket", "partnerMarket", "customerOrgSize"] as const;
const STAGE_DATES = ["acknowledgedDate", "acceptedDate"] as const;

/** The referrals of a rule that pass its filters, with their outcomes. */
async function watchedRows(
  store: Pick<Store, "group">,
  rule: WatchRule,
  dataTime: number,
  months: Period | null,
): Promise<WatchedRow[]> {
  const { figure, interval } = rule;
  const date = watchDate(figure);
  const groupBy = [...new Set<Field>([...NEEDED, date, ...STAGE_DATES, ...CLOSING_DATES])];
  const isByDay = interval === "day" || interval === "week";
  const buckets = await bucketsOf(
    store,
    watchPopulation(rule, dataTime, months),
    groupBy as unknown as readonly [Field, ...Field[]],
    isByDay && !isWatchedNow(figure) ? "day" : "month",
  );
  return buckets
    .filter((bucket) => passes(bucket, rule))
    .map((bucket) => ({
      day: isWatchedNow(figure) ? "" : bucketStart(bucket[date] ?? "", interval),
      outcome: outcomeOf(bucket.status ?? null, (field) => Boolean(bucket[field])),
      acknowledged: Boolean(bucket.acknowledgedDate),
      accepted: Boolean(bucket.acceptedDate),
      count: bucket.count,
    }));
}

function passes(bucket: Bucket, { markets, partners, sizes }: WatchRule): boolean {
  const isOneOf = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  return (
    isOneOf(markets, marketCode(bucket.customerMarket ?? null)) &&
    isOneOf(partners, marketCode(bucket.partnerMarket ?? null)) &&
    isOneOf(sizes, sizeKey(bucket.customerOrgSize ?? null))
  );
}

export type WatchReport = {
  /** Time of the data, ISO 8601 UTC. */
  dataTime: string;
  source: string;
  fired: number;
  notJudged: number;
  rules: (Judgement & { rule: WatchRule })[];
};

/** Judges rules at loaded referrals, as the page judges them. */
export async function watchReport(
  store: Pick<Store, "group">,
  source: string,
  facts: SourceFacts,
  rules: readonly WatchRule[],
  targets: readonly WatchTarget[],
): Promise<WatchReport> {
  const dataTime = facts.time.at;
  const { months, undated } = await createdMonths(store, { from: facts.firstPlausible, to: dataTime });
  const judged: WatchReport["rules"] = [];
  for (const rule of rules) {
    const missing = missingForWatch(rule, (field) => facts.limits[field]?.state === "absent");
    const rows = missing.length > 0 ? [] : await watchedRows(store, rule, dataTime, months);
    const floor = floorDate(rule.figure);
    const isFloor = floor
      ? facts.limits[floor]?.state === "partly"
      : isWatchedNow(rule.figure) && undated > 0;
    const trust = isWholeSource(facts) ? "complete" : "incomplete";
    const firstDay = months?.from ?? null;
    judged.push({ rule, ...judgeRule(rule, { rows, dataTime, firstDay, targets, trust, missing, isFloor }) });
  }
  const count = (kind: Judgement["verdict"]["kind"]) =>
    judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    ...{ dataTime: new Date(dataTime).toISOString(), source },
    ...{ fired: count("fired"), notJudged: count("not-judged"), rules: judged },
  };
}

/** A sentence for each rule that these files cannot decide, however much time passes. */
export function cannotJudge({ rules }: WatchReport): string[] {
  return rules.flatMap(({ verdict, missing }, at) => {
    if (verdict.kind !== "not-judged") return [];
    const why = {
      missing: `the files lack ${missing.join(", ")}`,
      incomplete:
        "the files are incomplete: too many rows were rejected, or a download was cut at 5,000 rows",
      "no-target": "there is no target for this rate in TARGETS_FILE",
      floor: "the files give this date for some referrals only",
    }[verdict.because as string];
    return why ? [`Rule ${at + 1} can't be judged: ${why}.`] : [];
  });
}
