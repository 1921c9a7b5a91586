import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { QualityContext } from "#records/row-quality.ts";
import { untoldFields } from "./source-limits.ts";
import { useView } from "./view-context.tsx";

type MarketNames = { market: (code: string) => string };

// What records are counted with is looked up by this object: it has to be the same one for all who count.
const known = new WeakMap<MarketNames, { data: AppConfig["data"]; context: QualityContext }>();

/** What the notes of records depend on; the same object everywhere as long as language and source are. */
export function useQualityContext(): QualityContext {
  const { formats } = useI18n();
  const { data } = useView().config;
  const found = known.get(formats);
  if (found?.data === data) return found.context;
  const context = {
    isNamedMarket: (code: string) => formats.market(code) !== code,
    untold: untoldFields(data),
  };
  known.set(formats, { data, context });
  return context;
}
