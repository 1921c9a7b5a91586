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

function sightOf(backend: Backend): Sight {
  if (backend.kind !== "embedded") return { queue: null, cache: null, rows: null, read: null };
  const { data } = backend;
  const { queue, rows, service, extras } = data.now();
  const [one, other] = [service.cacheUsage(), extras.cacheUsage()];
  return {
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
