import type { ReadingStatus } from "#config/reading-status.ts";
import type { ServerSettings } from "#config/server-settings.ts";
import type { Backend } from "./app.ts";
import type { Finished } from "./gateway/log.ts";
import type { Sight } from "./metrics/metrics.ts";

type OpenMetrics = { finished: (request: Finished) => void; close: () => Promise<void> };

/** Serves metrics where the settings say so; their code is loaded only then. */
export async function openMetrics(
  { operation: { metrics: place } }: ServerSettings,
  backend: Backend,
  say: (line: string) => void,
): Promise<OpenMetrics | null> {
  if (place === null) return null;
  const { createMetrics } = await import("./metrics/metrics.ts");
  const { serveMetrics } = await import("./metrics/serve-metrics.ts");
  const metrics = createMetrics(() => sightOf(backend));
  const served = await serveMetrics(metrics, place);
  say(`Metrics at ${served.url}`);
  return { finished: metrics.finished, close: served.close };
}

const NOTHING: Sight = { queue: null, cache: null, rows: null, read: null, persons: null };

/** As old as the oldest of them. */
function sightOfPersons(persons: readonly ReadingStatus[]): Sight {
  const times = persons.flatMap(({ readAt }) => readAt ?? []);
  const failed = persons.filter(({ problem }) => problem !== null).length;
  return {
    ...NOTHING,
    rows: persons.reduce((sum, { referrals }) => sum + referrals, 0),
    read: times.length === 0 ? null : { at: Math.min(...times), failedAt: null },
    persons: { held: persons.length, reading: persons.filter(({ isReading }) => isReading).length, failed },
  };
}

function sightOf(backend: Backend): Sight {
  if (backend.kind === "referrals-api") return sightOfPersons(backend.readings.progress());
  if (backend.kind !== "embedded") return NOTHING;
  const { data } = backend;
  const { queue, rows, service, extras } = data.now();
  const [one, other] = [service.cacheUsage(), extras.cacheUsage()];
  return {
    persons: null,
    queue: queue(),
    rows,
    read: data.state(),
    cache: {
      hits: one.hits + other.hits,
      misses: one.misses + other.misses,
      entries: one.entries + other.entries,
      bytes: one.bytes + other.bytes,
    },
  };
}
