import { bucketStart, DAY_MS, type Day, dayOfInstant, type Grain } from "#lib/calendar.ts";
import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import type { Dimension } from "#referrals/dimensions.ts";
import { compareMarkets } from "#referrals/market.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { CodedTexts, Rows } from "./rows.ts";

/** Rows with the same key, in their order; never empty. */
export type KeyedRows = { key: string; rows: Rows };

/** Rows by bucket of a date, ascending, and those without the date. */
export type BucketedRows = { buckets: readonly { start: Day; rows: Rows }[]; undated: Rows };

function keyedBy(rows: Rows, { codes, values }: CodedTexts): KeyedRows[] {
  const sizes = new Uint32Array(values.length);
  for (const row of rows) sizes[codes[row] as number] = (sizes[codes[row] as number] as number) + 1;
  const groups = values.map((key, code) => ({ key, rows: new Uint32Array(sizes[code] as number) }));
  const filled = new Uint32Array(values.length);
  for (const row of rows) {
    const code = codes[row] as number;
    const place = filled[code] as number;
    (groups[code] as KeyedRows).rows[place] = row;
    filled[code] = place + 1;
  }
  return groups.filter((group) => group.rows.length > 0);
}

/** The key of each row: market code, size as written, or outcome. */
export function keysOfRows(table: RecordTable, by: Dimension): CodedTexts {
  const { markets, partners, sizes, outcomes } = derivedFieldsOf(table);
  switch (by) {
    case "market":
      return markets;
    case "partner":
      return partners;
    case "size":
      return sizes;
    case "outcome":
      return { codes: Uint32Array.from(outcomes), values: OUTCOMES };
  }
}

const outcomePlace = (key: string): number => OUTCOMES.indexOf(key as Outcome);

/** The display order of keys, used for ties. */
export const COMPARE_KEYS: Readonly<Record<Dimension, (a: string, b: string) => number>> = {
  market: compareMarkets,
  partner: compareMarkets,
  size: compareOrgSizes,
  outcome: (a, b) => outcomePlace(a) - outcomePlace(b),
};

/** Rows by a dimension, largest group first. */
export function groupRecords(table: RecordTable, rows: Rows, by: Dimension): KeyedRows[] {
  const compare = COMPARE_KEYS[by];
  return keyedBy(rows, keysOfRows(table, by)).sort(
    (a, b) => b.rows.length - a.rows.length || compare(a.key, b.key),
  );
}

/** The bucket of an instant; memoised per day. */
function bucketFinder(grain: Grain): (at: number) => Day {
  const known = new Map<number, Day>();
  return (at) => {
    const day = Math.floor(at / DAY_MS);
    let start = known.get(day);
    if (start === undefined) {
      start = bucketStart(dayOfInstant(at), grain);
      known.set(day, start);
    }
    return start;
  };
}

/** Rows by bucket of a date (UTC). */
export function groupRowsByBucket(
  { size, dates }: RecordTable,
  rows: Rows,
  field: DateField,
  grain: Grain,
): BucketedRows {
  const [{ at }, bucketOf] = [dates[field], bucketFinder(grain)];
  const [codes, places] = [new Uint32Array(size), new Map<Day, number>([["", 0]])];
  for (const row of rows) {
    const instant = at[row] as number;
    const start = Number.isNaN(instant) ? "" : bucketOf(instant);
    let code = places.get(start);
    if (code === undefined) {
      code = places.size;
      places.set(start, code);
    }
    codes[row] = code;
  }
  const groups = keyedBy(rows, { codes, values: [...places.keys()] });
  const buckets = groups
    .filter(({ key }) => key !== "")
    .map((group) => ({ start: group.key, rows: group.rows }));
  return {
    buckets: buckets.sort((a, b) => (a.start < b.start ? -1 : 1)),
    undated: groups.find(({ key }) => key === "")?.rows ?? new Uint32Array(0),
  };
}
