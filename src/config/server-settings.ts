import * as v from "valibot";
import { CLICKHOUSE_ENTRIES, type ClickHouseSettings, clickHouseOf } from "./clickhouse-settings.ts";
import { OPERATION_ENTRIES, type OperationSettings, operationOf } from "./operation-settings.ts";
import { contradictions } from "./setting-contradictions.ts";
import {
  AsOf,
  blankIsAbsent,
  CloudName,
  DateOrderSetting,
  FirstYear,
  FrameAncestors,
  guid,
  LogLevel,
  MaxLostPercent,
  orDefault,
  Port,
  RateLimitSetting,
  SignInSetting,
  SourceSetting,
  serviceUrl,
} from "./setting-schemas.ts";
import { SettingsError } from "./settings-error.ts";
import { type Cloud, REFERRALS_API_ORIGIN, RESOURCE } from "./sign-in.ts";

export type SignInSettings =
  | { kind: "off" }
  | { kind: "local" }
  | { kind: "entra"; cloud: Cloud; tenantId: string; clientId: string };

export type ServerSettings = {
  /** 0 for any free port. */
  port: number;
  host: string;
  signIn: SignInSettings;
  /** Files for the embedded service: one, several separated by commas, a folder or a glob; null for sample data. */
  referralsFile: string | null;
  /** Path of a JSON file that maps the columns of other programs' tables. */
  referralsMapping: string | null;
  /** Path of a JSON file with targets for rates. */
  targetsFile: string | null;
  /** Folder that stores imports; null for none. */
  historyDir: string | null;
  /** Order of day and month in columns where the values are ambiguous. */
  dateOrder: "day-first" | "month-first" | null;
  /** "Now" for figures from files, ms since 1970 UTC; null for their newest date. */
  asOf: number | null;
  /** Earlier dates in files (ms since 1970 UTC) are typing errors. */
  firstPlausible: number;
  /** Share of rejected rows (0 to 1) above which the page shows a banner. */
  maxLostShare: number;
  /** Origin of the real service; null for the embedded service. */
  partnerCenterUrl: string | null;
  /** The Referrals API as source: its origin, null for the local stand-in. Null for other sources. */
  referralsApi: { url: string | null } | null;
  /** Sources of the policy's `frame-ancestors`. */
  frameAncestors: readonly string[];
  /** Paths of PEM files; null for plain http, or TLS in front. */
  tls: { cert: string; key: string } | null;
  /** Calls per second and user, averaged over ten seconds. */
  rateLimit: number;
  /** Minimum level of logged lines. */
  logLevel: v.InferOutput<typeof LogLevel>;
  operation: OperationSettings;
  /** A table of ClickHouse as the source; null for another one. */
  clickHouse: ClickHouseSettings | null;
};

const EnvironmentSchema = v.object({
  PORT: Port,
  HOST: orDefault("127.0.0.1"),
  SIGN_IN: SignInSetting,
  ENTRA_TENANT_ID: guid("ENTRA_TENANT_ID"),
  ENTRA_CLIENT_ID: guid("ENTRA_CLIENT_ID"),
  CLOUD: CloudName,
  REFERRALS_FILE: blankIsAbsent,
  REFERRALS_MAPPING: blankIsAbsent,
  TARGETS_FILE: blankIsAbsent,
  HISTORY_DIR: blankIsAbsent,
  DATE_ORDER: DateOrderSetting,
  AS_OF: AsOf,
  FIRST_YEAR: FirstYear,
  MAX_LOST_PERCENT: MaxLostPercent,
  PARTNER_CENTER_URL: serviceUrl("PARTNER_CENTER_URL", RESOURCE),
  SOURCE: SourceSetting,
  REFERRALS_API_URL: serviceUrl("REFERRALS_API_URL", REFERRALS_API_ORIGIN),
  FRAME_ANCESTORS: FrameAncestors,
  TLS_CERT: blankIsAbsent,
  TLS_KEY: blankIsAbsent,
  RATE_LIMIT: RateLimitSetting,
  LOG_LEVEL: LogLevel,
  ...OPERATION_ENTRIES,
  ...CLICKHOUSE_ENTRIES,
});
/** Each setting by its name. */
export const SETTINGS = EnvironmentSchema.entries;
export const SETTING_NAMES: readonly string[] = Object.keys(SETTINGS);
type ReadEnvironment = v.InferOutput<typeof EnvironmentSchema>;

/** Parses the environment. @throws SettingsError that lists all invalid settings at once */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
): ServerSettings {
  const result = v.safeParse(EnvironmentSchema, environment);
  const faults = result.success ? [] : result.issues.map((issue) => issue.message);
  const together = contradictions(environment);
  if (!result.success || together.length > 0) throw new SettingsError([...faults, ...together]);
  const env = result.output;
  return {
    port: env.PORT,
    host: env.HOST,
    signIn: signInOf(env),
    referralsFile: env.REFERRALS_FILE,
    referralsMapping: env.REFERRALS_MAPPING,
    targetsFile: env.TARGETS_FILE,
    historyDir: env.HISTORY_DIR,
    dateOrder: env.DATE_ORDER,
    asOf: env.AS_OF,
    firstPlausible: env.FIRST_YEAR,
    maxLostShare: env.MAX_LOST_PERCENT / 100,
    partnerCenterUrl: env.PARTNER_CENTER_URL,
    referralsApi: referralsApiOf(env),
    frameAncestors: env.FRAME_ANCESTORS,
    tls: env.TLS_CERT && env.TLS_KEY ? { cert: env.TLS_CERT, key: env.TLS_KEY } : null,
    rateLimit: env.RATE_LIMIT,
    logLevel: env.LOG_LEVEL,
    operation: operationOf(env),
    clickHouse: clickHouseOf(env),
  };
}

function referralsApiOf({
  SOURCE,
  SIGN_IN,
  REFERRALS_API_URL,
}: ReadEnvironment): ServerSettings["referralsApi"] {
  if (SOURCE !== "referrals-api") return null;
  return { url: SIGN_IN === "entra" ? (REFERRALS_API_URL ?? REFERRALS_API_ORIGIN) : null };
}

function signInOf(env: ReadEnvironment): SignInSettings {
  if (env.SIGN_IN !== "entra") return { kind: env.SIGN_IN };
  const { CLOUD: cloud, ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId } = env;
  return { kind: "entra", cloud, tenantId: tenantId ?? "", clientId: clientId ?? "" };
}
