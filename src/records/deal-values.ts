import { fsum, quantileSorted, rollup } from "d3-array";
import { DAY_MS } from "#lib/calendar.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import {
  ANY_MEASURE,
  GIVEN_USD,
  type Registration,
  RISKS,
  type Risk,
  registrationOf,
  SILENT_DAYS,
} from "#referrals/deals.ts";
import { OVERDUE_LIMITS } from "#referrals/open-age.ts";
import { OUTCOMES, outcomeGroupOf } from "#referrals/outcome.ts";
import { dealNumbers, dealTexts } from "./deal-columns.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { FilterContext } from "./record-filter.ts";
import { ageReader } from "./row-age.ts";
import { filterRows, type Rows } from "./rows.ts";

/** The amount of a row in a measure: a currency code ("" for none), or `GIVEN_USD`; NaN for none. */
export function amountReader(table: RecordTable, measure: string): (row: number) => number {
  if (measure === GIVEN_USD) {
    const given = dealNumbers(table, "valueUsd");
    return (row) => given[row] as number;
  }
  const [value, currency] = [dealNumbers(table, "value"), dealTexts(table, "currency")];
  const code = currency.values.indexOf(measure);
  return (row) => (currency.codes[row] === code ? (value[row] as number) : Number.NaN);
}

/** Whether a row has an amount in a measure; in any for `ANY_MEASURE`. */
export function valueReader(table: RecordTable, measure: string): (row: number) => boolean {
  if (measure !== ANY_MEASURE) {
    const read = amountReader(table, measure);
    return (row) => !Number.isNaN(read(row));
  }
  const [value, given] = [dealNumbers(table, "value"), dealNumbers(table, "valueUsd")];
  return (row) => !Number.isNaN(value[row]) || !Number.isNaN(given[row]);
}

/** The measures of rows with the number of amounts: given USD first, then by number and code. */
export function measuresOf(table: RecordTable, rows: Rows): { measure: string; count: number }[] {
  const [value, currency] = [dealNumbers(table, "value"), dealTexts(table, "currency")];
  const valued = filterRows(rows, (row) => !Number.isNaN(value[row]));
  const counts = rollup(
    valued,
    (ofCode) => ofCode.length,
    (row) => currency.values[currency.codes[row] as number] ?? "",
  );
  const own = Array.from(counts, ([measure, count]) => ({ measure, count })).sort(
    (a, b) => b.count - a.count || (a.measure < b.measure ? -1 : 1),
  );
  const given = filterRows(rows, (row) => !Number.isNaN(dealNumbers(table, "valueUsd")[row])).length;
  return given > 0 ? [{ measure: GIVEN_USD, count: given }, ...own] : own;
}

/** Sum and median of the amounts in one measure, over the `count` rows that have one; null for none. */
export type ValueSum = { count: number; sum: number; median: number | null };

/** The amounts of rows, each row once. */
export function valueSum(table: RecordTable, rows: Rows, measure: string): ValueSum {
  const read = amountReader(table, measure);
  const amounts = Array.from(rows, read)
    .filter((amount) => !Number.isNaN(amount))
    .sort((a, b) => a - b);
  return { count: amounts.length, sum: fsum(amounts), median: quantileSorted(amounts, 0.5) ?? null };
}

const GROUPS = OUTCOMES.map(outcomeGroupOf);

/** Splits rows into open and won ones. */
export function openAndWon(table: RecordTable, rows: Rows): { open: Rows; won: Rows } {
  const { outcomes } = derivedFieldsOf(table);
  const of = (group: string) => filterRows(rows, (row) => GROUPS[outcomes[row] as number] === group);
  return { open: of("open"), won: of("won") };
}

/** The risk of an open row at the context's time (ms UTC); null for others. */
export function riskReader(
  table: RecordTable,
  { now, limits = OVERDUE_LIMITS }: Pick<FilterContext, "now" | "limits">,
): (row: number) => Risk | null {
  const [close, updated] = [dealNumbers(table, "expectedClose"), dealNumbers(table, "updated")];
  const [{ outcomes }, ageOf] = [derivedFieldsOf(table), ageReader(table, now)];
  const fits: Readonly<Record<Risk, (row: number) => boolean>> = {
    // A deal is due until the end of its day.
    "past-close": (row) => (close[row] as number) + DAY_MS <= now,
    unanswered: (row) => (ageOf(row) ?? 0) > limits.expiryMs,
    silent: (row) => now - (updated[row] as number) > SILENT_DAYS * DAY_MS,
  };
  return (row) =>
    GROUPS[outcomes[row] as number] === "open" ? (RISKS.find((risk) => fits[risk](row)) ?? null) : null;
}

/** The registration step of a won row; null for others. */
export function registrationReader(table: RecordTable): (row: number) => Registration | null {
  const { outcomes } = derivedFieldsOf(table);
  const status = dealTexts(table, "registration");
  const dates = ["registered", "reviewPending", "reviewPassed", "reviewFailed", "approved"] as const;
  const columns = dates.map((field) => dealNumbers(table, field));
  return (row) => {
    if (GROUPS[outcomes[row] as number] !== "won") return null;
    const present = Object.fromEntries(
      dates.map((field, place) => [field, !Number.isNaN(columns[place]?.[row])]),
    ) as Record<(typeof dates)[number], boolean>;
    return registrationOf(status.values[status.codes[row] as number] ?? "", present);
  };
}
