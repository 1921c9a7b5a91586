import * as v from "valibot";
import { blankIsAbsent, orDefault, serviceUrl } from "./setting-schemas.ts";

/** A table of referrals in ClickHouse, and how to reach it. */
export type ClickHouseSettings = {
  /** Origin of its HTTP interface. */
  url: string;
  database: string;
  table: string;
  username: string;
  password: string | null;
  /** Path of a file with the password, and of the PEM file of its certificate's authority. */
  passwordFile: string | null;
  ca: string | null;
};

/** The settings in the environment for ClickHouse. */
export const CLICKHOUSE_ENTRIES = {
  CLICKHOUSE_URL: serviceUrl("CLICKHOUSE_URL", "https://clickhouse.example.com:8443"),
  CLICKHOUSE_DATABASE: orDefault("default"),
  CLICKHOUSE_TABLE: orDefault("referrals"),
  CLICKHOUSE_USER: orDefault("default"),
  CLICKHOUSE_PASSWORD: blankIsAbsent,
  CLICKHOUSE_PASSWORD_FILE: blankIsAbsent,
  CLICKHOUSE_CA: blankIsAbsent,
};

const ClickHouseSchema = v.object(CLICKHOUSE_ENTRIES);

/** Null where no address is set. */
export function clickHouseOf(env: v.InferOutput<typeof ClickHouseSchema>): ClickHouseSettings | null {
  if (env.CLICKHOUSE_URL === null) return null;
  return {
    url: env.CLICKHOUSE_URL,
    database: env.CLICKHOUSE_DATABASE,
    table: env.CLICKHOUSE_TABLE,
    username: env.CLICKHOUSE_USER,
    password: env.CLICKHOUSE_PASSWORD,
    passwordFile: env.CLICKHOUSE_PASSWORD_FILE,
    ca: env.CLICKHOUSE_CA,
  };
}
