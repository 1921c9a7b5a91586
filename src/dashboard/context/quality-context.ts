import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { DAY_MS } from "#lib/calendar.ts";
import type { QualityContext } from "#records/row-quality.ts";
import { absentSourceFields, firstPlausible } from "./source-limits.ts";
import { useView } from "./view-context.tsx";

type MarketNames = { market: (code: string) => string };
type Known = { data: AppConfig["data"]; last: number; context: QualityContext };

// Caches of derived data are keyed by this object, so its identity must be stable.
const known = new WeakMap<MarketNames, Known>();

/** The context of quality notes; stable while language, source and day stay the same. */
export function useQualityContext(): QualityContext {
  const { formats } = useI18n();
  const { config, viewData } = useView();
  const { data } = config;
  // Until the end of the day: a live source may return records newer than its reported time.
  const last = Math.ceil(viewData.dataTime / DAY_MS) * DAY_MS;
  const found = known.get(formats);
  if (found?.data === data && found.last === last) return found.context;
  const context = {
    isNamedMarket: (code: string) => formats.market(code) !== code,
    absent: absentSourceFields(data),
    plausible: { first: firstPlausible(data), last },
  };
  known.set(formats, { data, last, context });
  return context;
}
