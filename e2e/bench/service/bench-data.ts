import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

export type BenchFormat = "csv" | "jsonl" | "parquet";

const MARKETS =
  "US GB DE FR CA AU NL IN JP BR ES IT SE CH BE MX NO DK PL AT IE ZA SG NZ FI PT CZ AE KR TR IL RO HU GR CO CL SA TH EG KE";
const SIZES = "1to9employees 10to50employees 51to250employees 251to1000employees Morethan20000employees";

/** A random number in [0, 1) for the row `i`, the same at every run. */
function random(stream: number): string {
  return `(hash(i * 64 + ${stream}) % 1000003 / 1000003.0)`;
}

function oneOf(words: string, position: string): string {
  return `string_split('${words}', ' ')[1 + (${position} * ${words.split(" ").length})::INTEGER % ${words.split(" ").length}]`;
}

/** A date after another, or NULL; `dated` converts it to the type of the format. */
function after(condition: string, from: string, days: string): string {
  return `CASE WHEN ${condition} THEN ${from} + to_seconds((${days} * 86400)::BIGINT) END`;
}

/** A query for referrals of three years, similar to the sample: sixteen columns, dates as TIMESTAMP. */
function referrals(records: number): string {
  const created = "created";
  return `WITH drawn AS (
    SELECT i, ${[1, 2, 3, 4, 5, 6].map((stream) => `${random(stream)} AS r${stream}`).join(", ")} FROM range(${records}) AS t(i)),
  placed AS (
    SELECT *, TIMESTAMP '2023-06-01' + to_seconds((94608000 * sqrt(r6))::BIGINT) AS created,
      ${oneOf(MARKETS, "pow(r3, 2.5)")} AS market FROM drawn)
  SELECT (100000 + i)::VARCHAR AS id,
    CASE WHEN r1 < 0.28 THEN 'Won' WHEN r1 < 0.48 THEN 'Lost' WHEN r1 < 0.6 THEN 'Active' WHEN r1 < 0.75 THEN 'Declined'
      WHEN r1 < 0.9 THEN 'Expired' WHEN r1 < 0.95 THEN 'Archived' ELSE 'New' END AS status,
    market AS customerMarket, 'Company ' || (hash(i) % 50000) || ' Ltd' AS customerName,
    ${oneOf(SIZES, "r5")} AS customerOrgSize, CASE WHEN r2 < 0.85 THEN market ELSE 'US' END AS partnerMarket,
    created AS createdDate,
    ${after("r1 < 0.3", created, "r2 * 0.9")} AS acknowledgedDate, ${after("r1 < 0.6", created, "1 + r3 * 9")} AS acceptedDate,
    ${after("r1 BETWEEN 0.6 AND 0.75", created, "r2 * 9")} AS declinedDate, NULL::TIMESTAMP AS skippedDate,
    ${after("r1 BETWEEN 0.75 AND 0.92", created, "14")} AS expiredDate, NULL::TIMESTAMP AS missedDate,
    ${after("r1 BETWEEN 0.28 AND 0.48", created, "10 + r4 * 90")} AS lostDate,
    ${after("r1 < 0.28", created, "10 + r4 * 90")} AS wonDate,
    ${after("r1 BETWEEN 0.9 AND 0.95", created, "30 + r4 * 90")} AS archivedDate
  FROM placed`;
}

const COPY_OPTIONS: Record<BenchFormat, string> = {
  csv: "FORMAT csv, HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S'",
  jsonl: "FORMAT json, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S'",
  parquet: "FORMAT parquet",
};

/** Writes a file with this many referrals and returns its path. */
export async function writeBenchFile(folder: string, format: BenchFormat, records: number): Promise<string> {
  const path = join(folder, `referrals-${records}.${format}`);
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB", temp_directory: folder });
  const connection = await instance.connect();
  await connection.run("SET preserve_insertion_order = false");
  await connection.run(
    `COPY (${referrals(records)}) TO '${path.replaceAll("'", "''")}' (${COPY_OPTIONS[format]})`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}
