import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Finished } from "../gateway/log.ts";

/** What is measured of the data at the moment of a look; null where the source has no such thing. */
export type Sight = {
  queue: { waiting: number; most: number } | null;
  cache: { hits: number; misses: number; entries: number; bytes: number } | null;
  rows: number | null;
  /** Persons whose referrals are held, whose are being read, and whose last reading failed. */
  persons: { held: number; reading: number; failed: number } | null;
  /** Ms since 1970 UTC. */
  read: { at: number; failedAt: number | null } | null;
};

export type Metrics = {
  finished: (request: Finished) => void;
  /** In Prometheus' text format, with its content type. */
  text: () => Promise<{ type: string; body: string }>;
};

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/**
 * Metrics of this process. Labels are kinds of paths, methods, statuses and causes: a bounded number, and never a person,
 * a file or a query.
 */
export function createMetrics(look: () => Sight): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Counter({
    name: "referrals_http_requests_total",
    help: "Finished requests.",
    labelNames: ["kind", "method", "status"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: "referrals_http_request_duration_seconds",
    help: "Time from the head of a request to the end of its response.",
    labelNames: ["kind"] as const,
    buckets: SECONDS,
    registers,
  });
  const causes = new Counter({
    name: "referrals_unanswered_total",
    help: "Requests that got no data, by cause.",
    labelNames: ["cause"] as const,
    registers,
  });
  const cut = new Counter({
    name: "referrals_http_requests_cut_total",
    help: "Requests whose caller left before the end.",
    registers,
  });
  const noteSight = sightMetrics(register);
  return {
    finished({ kind, method, status, ms, cause, isWhole }) {
      requests.inc({ kind, method: METHODS.includes(method) ? method : "other", status });
      seconds.observe({ kind }, ms / 1000);
      if (cause) causes.inc({ cause });
      if (!isWhole) cut.inc();
    },
    async text() {
      noteSight(look());
      return { type: register.contentType, body: await register.metrics() };
    },
  };
}

/** Metrics that are read when somebody looks; those that the source lacks are absent, not zero. */
function sightMetrics(register: Registry): (sight: Sight) => void {
  const registers = [register];
  const gauge = (name: string, help: string) => {
    const one = new Gauge({ name, help, registers, labelNames: [] });
    return (value: number | null | undefined) => {
      if (value === null || value === undefined) one.remove();
      else one.set(value);
    };
  };
  const set = {
    waiting: gauge("referrals_queries_waiting", "Queries that wait for their turn."),
    most: gauge("referrals_queries_waiting_limit", "Queries that may wait (QUEUE_LENGTH)."),
    entries: gauge("referrals_cache_entries", "Responses in the cache."),
    bytes: gauge("referrals_cache_bytes", "Size of the responses in the cache."),
    rows: gauge("referrals_rows", "Referrals in the data; of all persons together where each has their own."),
    age: gauge(
      "referrals_data_age_seconds",
      "Age of the data: files, the newest row, or the oldest reading.",
    ),
    failed: gauge("referrals_data_reload_failed", "1 while the data can't be read again, else 0."),
    held: gauge("referrals_persons", "Persons whose referrals are held."),
    reading: gauge("referrals_persons_reading", "Persons whose referrals are being read."),
    unread: gauge("referrals_persons_failed", "Persons whose last reading failed."),
  };
  const lookups = new Counter({
    name: "referrals_cache_lookups_total",
    help: "Queries by whether their response was in the cache. Starts again when the files are read again.",
    labelNames: ["result"] as const,
    registers,
  });
  return ({ queue, cache, rows, read, persons }) => {
    set.waiting(queue?.waiting);
    set.most(queue?.most);
    set.entries(cache?.entries);
    set.bytes(cache?.bytes);
    set.rows(rows);
    set.age(read && (Date.now() - read.at) / 1000);
    set.failed(read && (read.failedAt === null ? 0 : 1));
    set.held(persons?.held);
    set.reading(persons?.reading);
    set.unread(persons?.failed);
    lookups.reset();
    if (cache === null) return;
    lookups.inc({ result: "hit" }, cache.hits);
    lookups.inc({ result: "miss" }, cache.misses);
  };
}
