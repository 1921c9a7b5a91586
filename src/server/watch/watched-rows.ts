import { bucketStart, endOfMonth } from "#lib/calendar.ts";
import type { Field } from "#partner-center/fields.ts";
import type { Filter } from "#partner-center/filter.ts";
import { marketCode } from "#referrals/market.ts";
import { sizeKey } from "#referrals/org-size.ts";
import { CLOSING_DATES, outcomeOf } from "#referrals/outcome.ts";
import type { Period } from "#referrals/period.ts";
import type { WatchedRow } from "#referrals/watch/judge-rule.ts";
import { isWatchedNow, watchDate } from "#referrals/watch/watch-figures.ts";
import { watchPopulation } from "#referrals/watch/watch-population.ts";
import type { WatchRule } from "#referrals/watch/watch-rule.ts";
import { type Store, textOf } from "../store/store.ts";

const PAGE = 10_000;

type Bucket = Partial<Record<Field, string | null>> & { referralCount: string };

async function bucketsOf(
  store: Pick<Store, "ask">,
  filter: Filter | null,
  groupBy: readonly [Field, ...Field[]],
  level: "day" | "month",
): Promise<Bucket[]> {
  const buckets: Bucket[] = [];
  for (;;) {
    const page = { top: PAGE, skip: buckets.length };
    const result = await store.ask({ kind: "grouped", query: { filter, groupBy, level }, page });
    buckets.push(...(JSON.parse(textOf("[", result, "]").toString()) as Bucket[]));
    if (result.rows.length === 0 || buckets.length >= result.totalCount) return buckets;
  }
}

/** From the first to the last month with plausible created dates, and the referrals without one. */
export async function createdMonths(
  store: Pick<Store, "ask">,
  { from, to }: { from: number; to: number },
): Promise<{ months: Period | null; undated: number }> {
  const buckets = await bucketsOf(store, null, ["createdDate"], "month");
  const days = buckets.flatMap(({ createdDate }) => (createdDate ? [createdDate.slice(0, 10)] : [])).sort();
  const plausible = days.filter((day) => Date.parse(endOfMonth(day)) >= from && Date.parse(day) < to);
  const shown = plausible.length > 0 ? plausible : days;
  const [first, last] = [shown.at(0), shown.at(-1)];
  return {
    months: first && last ? { from: first, to: endOfMonth(last) } : null,
    undated: Number(buckets.find(({ createdDate }) => !createdDate)?.referralCount ?? 0),
  };
}

const NEEDED = ["status", "customerMarket", "partnerMarket", "customerOrgSize"] as const;
const STAGE_DATES = ["acknowledgedDate", "acceptedDate"] as const;

/** The referrals of a rule that pass its filters, with their outcomes. */
export async function watchedRows(
  store: Pick<Store, "ask">,
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
      day: isWatchedNow(figure) ? "" : bucketStart((bucket[date] ?? "").slice(0, 10), interval),
      outcome: outcomeOf(bucket.status ?? null, (field) => Boolean(bucket[field])),
      acknowledged: Boolean(bucket.acknowledgedDate),
      accepted: Boolean(bucket.acceptedDate),
      count: Number(bucket.referralCount),
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
