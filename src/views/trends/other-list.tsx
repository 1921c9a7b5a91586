import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Figure } from "#dashboard/figures/figure.tsx";
import { SeriesMark } from "#dashboard/figures/series-mark.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { drillOf } from "./drills.ts";
import type { TrendsModel } from "./trends-view-model.ts";

export type OtherListProps = { model: TrendsModel; look: SeriesLook };

/** The members of Other over the whole period, largest first. */
export function OtherList({ model, look }: OtherListProps): ReactNode {
  const { t } = useI18n();
  const { by } = useView().selection;
  const { members } = model.trend.other;
  if (members.length === 0) return null;
  return (
    <section aria-label={t("trends.others.title")}>
      <h3 className="trends__others-title">{t("trends.others.title")}</h3>
      <ul className="trends__others">
        {members.map(({ key, total }) => (
          <li key={key}>
            <SeriesMark by={by} value={key} name={look.nameOf(key)} />
            <Figure value={total} drill={drillOf({ kind: "series", key }, null, model, by)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
