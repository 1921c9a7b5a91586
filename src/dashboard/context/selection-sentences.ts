import { useI18n } from "#i18n/i18n.tsx";
import { DEAL_TEXTS } from "#referrals/deal-fields.ts";
import { useMarketName } from "#ui/value.tsx";
import { dealTextName } from "./deal-names.ts";
import { useSizeName } from "./series-look.ts";
import { useView } from "./view-context.tsx";

/** The selection in sentences: period, date basis and filters. */
export function useSelectionSentences(): string[] {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const { viewData, selection } = useView();
  const { resolved, dataTime } = viewData;
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
    ...DEAL_TEXTS.map((field) => {
      const values = selection.deal[field] ?? [];
      const value = list(values.map((one) => dealTextName(field, one, i18n)));
      return values.length > 0 && t("list.narrowed", { name: t(`list.column.${field}`), value });
    }),
    t("explain.time", { time: formats.dateTime(dataTime) }),
  ].filter((sentence) => sentence !== false);
}
