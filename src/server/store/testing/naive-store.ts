import { readBuckets } from "#partner-center/buckets.ts";
import { FIELDS, type Field, isDateField, type Referral } from "#partner-center/fields.ts";
import type { DateOperator, Filter } from "#partner-center/filter.ts";
import { printInstant, readInstant } from "#partner-center/instant.ts";
import type { AnalyticsQuery, GroupedQuery, Level } from "#partner-center/query.ts";
import type { Store } from "#server/store/store.ts";

const DAY = 86_400_000;

/** A store implemented by `queryNaively`. */
export function naiveStore(referrals: readonly Referral[]): Pick<Store, "list" | "group"> {
  return {
    group: async (query) => {
      const { rows, totalCount } = queryNaively(referrals, query);
      return { table: readBuckets(rows, query.query), totalCount };
    },
    list: async (query) => {
      const { rows, totalCount } = queryNaively(referrals, query);
      return { rows: rows.map((row) => Buffer.from(JSON.stringify(row))), totalCount };
    },
  };
}

type Rows = { rows: unknown[]; totalCount: number };

/** A reference store: one loop over referrals. */
export function queryNaively(referrals: readonly Referral[], { kind, query, page }: AnalyticsQuery): Rows {
  const matching = referrals.filter((referral) => query.filter === null || passes(referral, query.filter));
  const rows = kind === "grouped" ? buckets(matching, query) : inOrder(matching).map(shown);
  return { rows: rows.slice(page.skip, page.skip + page.top), totalCount: rows.length };
}

function instantOf(referral: Referral, field: Field): number | null {
  const reading = readInstant(referral[field]);
  return reading.kind === "instant" ? reading.at : null;
}

function passes(referral: Referral, filter: Filter): boolean {
  switch (filter.kind) {
    case "term":
      return (referral[filter.field] === filter.value) === (filter.operator === "eq");
    case "contains":
      return referral[filter.field]?.includes(filter.value) ?? false;
    case "date":
      return compares(instantOf(referral, filter.field), filter.operator, filter.instant);
    case "date-null":
      return (instantOf(referral, filter.field) === null) === (filter.operator === "eq");
    case "and":
      return filter.operands.every((operand) => passes(referral, operand));
    case "or":
      return filter.operands.some((operand) => passes(referral, operand));
  }
}

function compares(at: number | null, operator: DateOperator, instant: number): boolean {
  if (operator === "eq") return at === instant;
  if (operator === "ne") return at !== instant;
  if (at === null) return false;
  if (operator === "gt") return at > instant;
  if (operator === "ge") return at >= instant;
  return operator === "lt" ? at < instant : at <= instant;
}

function buckets(referrals: readonly Referral[], { groupBy, level }: GroupedQuery): unknown[] {
  const counts = new Map<string, number>();
  for (const referral of referrals) {
    const key = JSON.stringify(groupBy.map((field) => keyOf(referral, field, level)));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keyed = [...counts].map(([key, count]) => ({ keys: JSON.parse(key) as (string | null)[], count }));
  keyed.sort((a, b) => compareKeys(a.keys, b.keys));
  return keyed.map(({ keys, count }) => ({
    ...Object.fromEntries(groupBy.map((field, index) => [field, keys[index]])),
    referralCount: String(count),
  }));
}

function keyOf(referral: Referral, field: Field, level: Level): string | null {
  if (!isDateField(field)) return referral[field];
  const at = instantOf(referral, field);
  return at === null ? null : `${bucketDay(at, level)}T00:00:00`;
}

function bucketDay(at: number, level: Level): string {
  const day = Math.floor(at / DAY);
  // 1970-01-01 was a Thursday.
  const start = level === "week" ? day - ((((day + 3) % 7) + 7) % 7) : day;
  const text = new Date(start * DAY).toISOString().slice(0, 10);
  return level === "month" ? `${text.slice(0, 8)}01` : text;
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [index, key] of a.entries()) {
    const order = compareTexts(key, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** By code point, like UTF-8 bytes; nulls last. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function inOrder(referrals: readonly Referral[]): Referral[] {
  const created = (referral: Referral) => instantOf(referral, "createdDate") ?? Number.NEGATIVE_INFINITY;
  return referrals.toSorted((a, b) =>
    created(a) === created(b) ? compareTexts(a.id, b.id) : created(a) < created(b) ? 1 : -1,
  );
}

function shown(referral: Referral): unknown {
  return Object.fromEntries(FIELDS.map((field) => [field, shownCell(referral, field)]));
}

function shownCell(referral: Referral, field: Field): string | null {
  if (!isDateField(field)) return referral[field];
  const reading = readInstant(referral[field]);
  if (reading.kind === "unreadable") return reading.text;
  return reading.kind === "never" ? null : printInstant(reading.at);
}
