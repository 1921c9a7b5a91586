import type { ReactNode } from "react";
import { useSelectionSentences } from "#dashboard/context/selection-sentences.ts";
import { useI18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import { useDrillParts } from "./drill-sentences.ts";

export type ListHeadProps = {
  id: string;
  /** Null while unknown. */
  count: number | null;
  drill: Drill;
  action: ReactNode;
  onDrill: (drill: Drill) => void;
};

/** Number of referrals, the selection, and the drill-through that opened the list. */
export function ListHead({ id, count, drill, action, onDrill }: ListHeadProps): ReactNode {
  const { t } = useI18n();
  const sentences = useSelectionSentences();
  // Drops the period: undated referrals are in none.
  const said = drill.undated ? sentences.slice(1) : sentences;
  return (
    <>
      <div className="panel__head">
        <h2 id={id} className="panel__title list__title">
          {count === null ? t("view.referrals") : <data value={count}>{t("list.title", { count })}</data>}
        </h2>
        <div className="panel__actions">{action}</div>
        <p className="panel__subtitle">
          {said.map((sentence) => (
            <span key={sentence} className="list__sentence">
              {sentence}
            </span>
          ))}
        </p>
      </div>
      <DrillChips drill={drill} onDrill={onDrill} />
    </>
  );
}

/** Removable chips for the parts of the drill-through. */
function DrillChips({ drill, onDrill }: Pick<ListHeadProps, "drill" | "onDrill">): ReactNode {
  const { t } = useI18n();
  const parts = useDrillParts(drill);
  if (parts.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("list.only")}>
      {parts.map(({ key, text, rest }) => (
        <li key={key}>
          <button
            type="button"
            className="chip list__chip"
            aria-label={t("control.remove", { name: text })}
            onClick={() => onDrill(rest)}
          >
            <bdi>{text}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="link" onClick={() => onDrill({})}>
          {t("list.only.clear")}
        </button>
      </li>
    </ul>
  );
}
