import type { ReactNode } from "react";
import { pickFiles } from "#dashboard/context/opened-files.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { endOfMonth } from "#lib/calendar.ts";
import { hasFilters, NO_FILTERS } from "#referrals/filters.ts";

/** Explains an empty result and offers a way out. */
export function Empty(): ReactNode {
  const { t, formats } = useI18n();
  const { viewData, change } = useView();
  const { dataset, resolved } = viewData;
  const { from, to } = resolved.period;
  const period = formats.period(from, to);
  if (dataset.total === 0)
    return (
      <div className="message">
        <p>{t("empty.data")}</p>
        <button type="button" className="button" onClick={pickFiles}>
          {t("open.own")}
        </button>
      </div>
    );
  if (hasFilters(resolved.filters)) {
    return (
      <div className="message">
        <p>{t("empty.filter", { period })}</p>
        <button type="button" className="button" onClick={() => change({ ...NO_FILTERS, deal: {} })}>
          {t("empty.clear")}
        </button>
      </div>
    );
  }
  const all = dataset.months;
  return (
    <div className="message">
      <p>{t("empty.period", { period, basis: t(`basis.${resolved.basis}`) })}</p>
      {all && (
        <button
          type="button"
          className="button"
          onClick={() => change({ from: all.first, to: endOfMonth(all.last), basis: "created" })}
        >
          {t("empty.allTime")}
        </button>
      )}
    </div>
  );
}
