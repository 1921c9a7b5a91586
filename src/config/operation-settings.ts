import { isIP } from "node:net";
import * as v from "valibot";
import { blankIsAbsent, orDefault } from "./setting-schemas.ts";

/** The number of proxies in front, or their addresses and networks. */
export type TrustProxy = number | readonly string[];

/** Settings for operating the server; times in ms. */
export type OperationSettings = {
  /** Time-out of a query including its wait in the queue; then it gets 503. */
  queryTimeoutMs: number;
  /** Maximum number of queued queries; further ones get 503. */
  queueLength: number;
  /** Time-out of idle connections. */
  keepAliveMs: number;
  /** How long a stopping server still accepts new connections. */
  drainMs: number;
  /** Interval of checking files for changes; 0 for never. */
  reloadMs: number;
  /** Where the server stands in its site: "" for its root, else like "/referrals". */
  basePath: string;
  /** The proxies whose word on callers counts: how many, or which; null for none. */
  trustProxy: TrustProxy | null;
  /** Where several servers of one dashboard count calls together; null for each by itself. */
  redisUrl: string | null;
  /** Where Prometheus finds metrics; null for nowhere. */
  metrics: { host: string; port: number } | null;
  /** How old an answer from ClickHouse may be. */
  maxAgeMs: number;
  /** Whether the server draws the first picture of a page that anybody may see. */
  firstPicture: boolean;
};

/** An integer from `min` to `max`, in seconds or a count. */
function numberSetting(name: string, byDefault: string, [min, max]: readonly [number, number]) {
  return v.pipe(
    orDefault(byDefault),
    v.check(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= min && Number(text) <= max,
      (issue) => `${name} is "${issue.input}": use a number from ${min} to ${max}, for example ${byDefault}.`,
    ),
    v.transform(Number),
  );
}

const MetricsPort = v.pipe(
  blankIsAbsent,
  v.check(
    (text) => text === null || (/^\d{1,5}$/.test(text) && Number(text) <= 65_535),
    (issue) => `METRICS_PORT is "${issue.input}": use a whole number from 0 to 65535, for example 9464.`,
  ),
  v.transform((text) => (text === null ? null : Number(text))),
);

/** May hold a password, so that it is never repeated. */
const RedisUrl = v.pipe(
  blankIsAbsent,
  v.check(
    (text) => text === null || (URL.canParse(text) && /^rediss?:\/\/[^/]/.test(text)),
    "REDIS_URL is no address of Redis: use for example redis://redis.example.com:6379, or rediss:// for TLS.",
  ),
);

const BasePath = v.pipe(
  orDefault("/"),
  v.regex(
    /^(\/(?!\.{1,2}(\/|$))[\w.~-]+)*\/?$/,
    (issue) =>
      `BASE_PATH is "${issue.input}": use a path of letters, digits, "-", "_", "." and "~" that starts with a slash, for example /referrals/.`,
  ),
  v.transform((text) => text.replace(/\/$/, "")),
);

/** Names of networks that `proxy-addr` knows. */
const NETWORKS = ["loopback", "linklocal", "uniquelocal"];

const TrustProxySetting = v.pipe(
  blankIsAbsent,
  v.transform((text) => text?.split(",").map((part) => part.trim()) ?? null),
  v.check(
    (parts) => parts === null || (parts.length === 1 && isHopCount(parts[0])) || parts.every(isNetwork),
    (issue) =>
      `TRUST_PROXY is "${issue.input?.join(", ")}": give the number of proxies in front, for example 1, or their addresses and networks, for example 10.0.0.0/8, loopback.`,
  ),
  v.transform((parts) => (isHopCount(parts?.[0]) ? Number(parts?.[0]) : parts)),
);

function isHopCount(text: string | undefined): boolean {
  return /^[1-9]$/.test(text ?? "");
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  if (NETWORKS.includes(text)) return true;
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    more.length === 0 && most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

/** Environment variables for operation. */
export const OPERATION_ENTRIES = {
  QUERY_TIMEOUT: numberSetting("QUERY_TIMEOUT", "30", [0.1, 3600]),
  QUEUE_LENGTH: numberSetting("QUEUE_LENGTH", "500", [1, 100_000]),
  KEEP_ALIVE: numberSetting("KEEP_ALIVE", "5", [1, 3600]),
  RELOAD: numberSetting("RELOAD", "30", [0, 86_400]),
  DATA_MAX_AGE: numberSetting("DATA_MAX_AGE", "60", [0.001, 86_400]),
  REDIS_URL: RedisUrl,
  METRICS_PORT: MetricsPort,
  METRICS_HOST: orDefault("127.0.0.1"),
  BASE_PATH: BasePath,
  TRUST_PROXY: TrustProxySetting,
  FIRST_PICTURE: v.pipe(
    orDefault("on"),
    v.picklist(["on", "off"], (issue) => `FIRST_PICTURE is "${issue.input}": use on or off.`),
  ),
  DRAIN: numberSetting("DRAIN", "0.25", [0, 600]),
};

const OperationSchema = v.object(OPERATION_ENTRIES);

export function operationOf(env: v.InferOutput<typeof OperationSchema>): OperationSettings {
  return {
    queryTimeoutMs: env.QUERY_TIMEOUT * 1000,
    queueLength: Math.round(env.QUEUE_LENGTH),
    keepAliveMs: env.KEEP_ALIVE * 1000,
    reloadMs: env.RELOAD * 1000,
    maxAgeMs: env.DATA_MAX_AGE * 1000,
    redisUrl: env.REDIS_URL,
    metrics: env.METRICS_PORT === null ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    basePath: env.BASE_PATH,
    trustProxy: env.TRUST_PROXY,
    drainMs: env.DRAIN * 1000,
    firstPicture: env.FIRST_PICTURE === "on",
  };
}
