import { type ReactNode, useEffect } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { showExplanation } from "#dashboard/figures/why-link.tsx";
import type { Defined } from "#dashboard/panel/explain.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { QuerySource } from "#queries/query-source.ts";
import type { QueryState } from "#queries/query-state.ts";
import { WHY_DIMENSIONS, type WhyDimension } from "#selection/keys/why.ts";
import { WHY_PLACE } from "#selection/why-address.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { type Why, type WhyLook, whySentence } from "./why-model.ts";
import { whyTable } from "./why-table.tsx";
import "./why.css";

/** Null where there is nothing to decompose. */
export type Explained = { why: Why | null };

export type ExplainedChangeProps<Figure extends string> = {
  state: QueryState<Explained>;
  look: WhyLook;
  /** Figures of the panel that have a definition. */
  figures: readonly Defined[];
  source?: QuerySource | null;
  choice: WhyChoiceProps<Figure>;
  /** What is compared. */
  note: string | null;
  /** The reason why nothing is explained. */
  absent: string;
  below?: ReactNode;
  /** Renders figures in the selection that they were counted with. */
  inSelection?: (drawn: ReactNode) => ReactNode;
};

/** The parts of a change: a sentence, and a table with bars. */
export function ExplainedChange<Figure extends string>(props: ExplainedChangeProps<Figure>): ReactNode {
  const { state, look, figures, source, note, absent, inSelection = (drawn) => drawn } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const { panels, judged } = useView().selection;
  useEffect(() => {
    if (location.hash === `#${WHY_PLACE}`) showExplanation();
  }, []);
  if (panels.length > 0 && !panels.includes(WHY_PLACE)) return null;
  const isUnfair = judged === "today" && look.rival === null;
  return (
    <div id={WHY_PLACE} className="why" tabIndex={-1}>
      <QueryPanel
        name={WHY_PLACE}
        title={t(look.rival === null ? "why.title" : "why.title.rival")}
        subtitle={t("why.subtitle", { figure: look.figureName, by: t(`by.${look.by}`) })}
        state={state}
        figures={figures}
        source={source ?? null}
        action={<WhyChoice {...props.choice} />}
        below={props.below}
        chart={({ why }) =>
          why === null ? (
            <p className="message">{absent}</p>
          ) : (
            inSelection(
              <>
                <p className="why__sentence">{whySentence(why, look, i18n)}</p>
                <ScrolledTable {...whyTable(why, look, i18n, true)} />
                <p className="panel__note">
                  {note} {isUnfair && t("why.unfair")}
                </p>
              </>,
            )
          )
        }
        tables={({ why }) =>
          why === null ? [] : [panelTable(whyTable(why, look, i18n, false), inSelection)]
        }
        notes={note === null ? [] : [note]}
      />
    </div>
  );
}

type WhyChoiceProps<Figure extends string> = {
  figure: Figure;
  options: readonly { key: Figure; name: string }[];
  by: WhyDimension;
  onFigure: (figure: Figure) => void;
  onBy: (by: WhyDimension) => void;
};

/** Chooses the figure and the dimension. */
function WhyChoice<Figure extends string>(props: WhyChoiceProps<Figure>): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <Choice
        isBare
        label={t("key.figure")}
        value={props.figure}
        options={props.options}
        onChange={props.onFigure}
      />
      <Choice
        isBare
        label={t("why.by")}
        value={props.by}
        options={WHY_DIMENSIONS.map((key) => ({ key, name: t(`by.${key}`) }))}
        onChange={props.onBy}
      />
    </>
  );
}
