import { DuckDBInstance } from "@duckdb/node-api";

/** DuckDB alone in this process, with the referrals of a Parquet file. */
export type Engine = {
  /** Ms for counts by status, customer market and created month, from ENUM columns and a stored month. */
  group: () => Promise<number>;
  close: () => void;
};

export async function openEngine(file: string): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = `read_parquet('${file.replaceAll("'", "''")}')`;
  for (const field of ["status", "customerMarket"])
    await connection.run(
      `CREATE TYPE ${field}Value AS ENUM (SELECT DISTINCT ${field} FROM ${rows} WHERE ${field} IS NOT NULL)`,
    );
  await connection.run(
    `CREATE TABLE referrals AS SELECT status::statusValue AS status, customerMarket::customerMarketValue AS market,
      (year(createdDate) * 12 + month(createdDate))::INTEGER AS month FROM ${rows}`,
  );
  await connection.run("SET perfect_ht_threshold = 20");
  return {
    async group() {
      const began = performance.now();
      const result = await connection.run(
        "SELECT status, market, month, count(*) FROM referrals GROUP BY status, market, month",
      );
      await result.fetchAllChunks();
      return performance.now() - began;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
