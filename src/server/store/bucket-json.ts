import { DAY_MS, dayOfInstant } from "#lib/calendar.ts";
import { type Field, isDateField } from "#partner-center/fields.ts";
import type { GroupedQuery, Level } from "#partner-center/query.ts";

/**
 * A group key: text, or for a date an integer: days since 1970 (Monday of a week), or year × 12 + month − 1 for months.
 * Null is absence.
 */
export type KeyValue = string | number | null;

/** Collects the buckets of a response as JSON objects. */
export type BucketWriter = {
  add: (keyAt: (place: number) => KeyValue, count: number) => void;
  /** The objects so far, comma-separated UTF-8; empty without buckets. */
  rows: () => Uint8Array[];
};

/** Written here rather than in SQL, because it takes less than half the time. */
export function createBucketWriter({ groupBy, level }: GroupedQuery): BucketWriter {
  const columns = groupBy.map((field) => ({ field, members: new Map<KeyValue, string>() }));
  const objects: string[] = [];
  return {
    add(keyAt, count) {
      let object = "{";
      for (const [place, { field, members }] of columns.entries()) {
        const key = keyAt(place);
        // Few distinct values occur in many buckets: format each once.
        const member = members.get(key) ?? memberOf(field, key, level);
        members.set(key, member);
        object += member;
      }
      objects.push(`${object}"referralCount":"${count}"}`);
    },
    rows: () => (objects.length === 0 ? [] : [Buffer.from(objects.join(","))]),
  };
}

function memberOf(field: Field, key: KeyValue, level: Level): string {
  const isDate = key !== null && isDateField(field);
  const value = isDate ? `${startOf(Number(key), level)}T00:00:00` : key;
  return `${JSON.stringify(field)}:${JSON.stringify(value)},`;
}

function startOf(bucket: number, level: Level): string {
  if (level !== "month") return dayOfInstant(bucket * DAY_MS);
  const [year, month] = [Math.floor(bucket / 12), (bucket % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}
