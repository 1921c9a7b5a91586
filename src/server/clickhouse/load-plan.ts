import { DATE_FIELDS, type DateField, type Field, TERM_FIELDS } from "#partner-center/fields.ts";
import { storedDay, storedMonth } from "./columns.ts";
import { quoteIdentifier } from "./connect.ts";
import { storedBuckets } from "./levels.ts";

/** Where referrals go: one server, or the local tables of shards below one name for all of them. */
export type LoadTarget = {
  database: string;
  table: string;
  /** The name of the cluster whose shards are loaded; null for one server. */
  cluster: string | null;
  /** Whether the servers have DateTime64 from 1900 to 2299; else dates are Int64 in ms since 1970 UTC. */
  hasDateTime64: boolean;
  /** Tells the tables of one load from those of another. */
  stamp: string;
};

/** The statements of a load, each for all servers in turn: before the rows and after them. */
export type LoadPlan = {
  rowsInto: string;
  before: readonly string[];
  after: (hasTable: boolean) => readonly string[];
};

/** Fields with about as many values as referrals. */
const MANY_VALUES: ReadonlySet<Field> = new Set<Field>(["id", "customerName"]);
/** Faster to group by; servers as old as those without DateTime64 count it wrong now and then. */
const FEW = "LowCardinality(Nullable(String))";

/** Days and months that the table computes when rows come in, so that no query has to. */
function buckets(field: DateField): string[] {
  const { day, month } = storedBuckets(field);
  return [
    `${storedDay(field)} Nullable(Int64) MATERIALIZED ${day}`,
    `${storedMonth(field)} Nullable(Int64) MATERIALIZED ${month}`,
  ];
}

/** New tables are filled beside the old ones and take their name in one step, so that no reader sees half of a load. */
export function planLoad({ database, table, cluster, hasDateTime64, stamp }: LoadTarget): LoadPlan {
  const named = (name: string) => `${quoteIdentifier(database)}.${quoteIdentifier(name)}`;
  const rows = cluster === null ? `${table}_new_${stamp}` : `${table}_local_${stamp}`;
  const fresh = cluster === null ? rows : `${table}_new_${stamp}`;
  const old = `${table}_old_${stamp}`;
  const key = hasDateTime64
    ? "ORDER BY (createdDate, id) SETTINGS allow_nullable_key = 1"
    : "ORDER BY tuple()";
  const date = hasDateTime64 ? "Nullable(DateTime64(3, 'UTC'))" : "Nullable(Int64)";
  const columns = [
    ...TERM_FIELDS.map(
      (field) => `${field} ${hasDateTime64 && !MANY_VALUES.has(field) ? FEW : "Nullable(String)"}`,
    ),
    ...DATE_FIELDS.map((field) => `${field} ${date}`),
    ...(hasDateTime64 ? DATE_FIELDS.flatMap(buckets) : []),
  ];
  const distributed = `CREATE TABLE ${named(fresh)} AS ${named(rows)} ENGINE = Distributed(${quoteIdentifier(cluster ?? "")}, ${quoteIdentifier(database)}, ${quoteIdentifier(rows)})`;
  return {
    rowsInto: named(rows),
    before: [`CREATE TABLE ${named(rows)} (\n  ${columns.join(",\n  ")}\n) ENGINE = MergeTree ${key}`],
    after: (hasTable) => [
      // Without a key of its shards: whoever skips shards by one would skip referrals.
      ...(cluster === null ? [] : [distributed]),
      hasTable
        ? `RENAME TABLE ${named(table)} TO ${named(old)}, ${named(fresh)} TO ${named(table)}`
        : `RENAME TABLE ${named(fresh)} TO ${named(table)}`,
      ...(hasTable ? [`DROP TABLE ${named(old)}`] : []),
    ],
  };
}
