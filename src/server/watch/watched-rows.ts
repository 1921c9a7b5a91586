import { bucketStart, endOfMonth } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { MAX_SKIP } from "#partner-center/query-print.ts";
import { marketCode } from "#referrals/market.ts";
import { sizeKey } from "#referrals/org-size.ts";
import { CLOSING_DATES, outcomeOf } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import type { WatchedRow } from "#referrals/watch/judge-rule.ts";
import { isWatchedNow, watchDate } from "#referrals/watch/watch-figures.ts";
import { watchPopulation } from "#referrals/watch/watch-population.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import type { Store } from "../store/store.ts";

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
export async function createdMonths(
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
export async function watchedRows(
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
