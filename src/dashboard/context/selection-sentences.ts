import { useI18n } from "#i18n/i18n.tsx";
import { useMarketName } from "#ui/value.tsx";
import { useSizeName } from "./series-look.ts";
import { useView } from "./view-context.tsx";

/** The selection in sentences: period, date basis and filters. */
export function useSelectionSentences(): string[] {
  const { t, formats } = useI18n();
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const { resolved, dataTime } = useView().viewData;
  const { period, basis, filters } = resolved;
  const list = (values: readonly string[]) => formats.list(values);
  return [
    t("explain.period", {
      period: formats.days(period.from, period.to),
      basis: t(`basis.${basis}`),
    }),
    filters.markets.length > 0 && t("explain.markets", { markets: list(filters.markets.map(marketName)) }),
    filters.partners.length > 0 && t("explain.partners", { markets: list(filters.partners.map(marketName)) }),
    filters.sizes.length > 0 && t("explain.sizes", { sizes: list(filters.sizes.map(sizeName)) }),
    filters.outcomes.length > 0 &&
      t("explain.outcomes", { outcomes: list(filters.outcomes.map((one) => t(`outcome.${one}`))) }),
    t("explain.time", { time: formats.dateTime(dataTime) }),
  ].filter((sentence) => sentence !== false);
}
