import { type ReactNode, useEffect, useMemo } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { useMarketRank, useView, type View, ViewProvider } from "#dashboard/context/view-context.tsx";
import { type Compared, type NotCompared, useComparison } from "#dashboard/data/use-comparison.ts";
import { comparisonNote } from "#dashboard/figures/change.tsx";
import { showExplanation } from "#dashboard/figures/why-link.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { QueryState } from "#queries/query-state.ts";
import { useLast } from "#queries/use-grouped.ts";
import { comparedPart } from "#referrals/comparison.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { OVERVIEW_KEYS } from "#selection/keys/markets.ts";
import {
  WHY_DIMENSIONS,
  WHY_FIGURES,
  type WhyDays,
  type WhyDimension,
  type WhyFigure,
  type WhyKeys,
} from "#selection/keys/why.ts";
import { useKeys } from "#selection/use-selection.ts";
import { WHY_PLACE } from "#selection/view-address.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { type Why, whyOf } from "./why-model.ts";
import { type WhyLook, whySentence } from "./why-sentence.ts";
import { whyTable } from "./why-table.tsx";
import "./why.css";

const FIELDS = {
  market: [DIMENSIONS.market.field],
  partner: [DIMENSIONS.partner.field],
  size: [DIMENSIONS.size.field],
} as const;

/** Null where there is nothing to decompose. */
type Explained = { why: Why | null };
const NOTHING: Explained = { why: null };

/** Explains a change by market, partner market or size. */
export function WhyPanel(): ReactNode {
  const view = useView();
  const { keys, change } = useKeys(OVERVIEW_KEYS);
  return (
    <ViewProvider view={keys.whyDays ? comparingDays(view, keys.whyDays) : view}>
      <ExplainedChange keys={keys} change={change} />
    </ViewProvider>
  );
}

/** A view whose comparison is that of some days. */
function comparingDays(view: View, days: WhyDays): View {
  const { viewData } = view;
  const { resolved, dataTime } = viewData;
  const by = resolved.compared?.by ?? "previous-period";
  const compared = { by, ...comparedPart(days, resolved.compared, dayOfInstant(dataTime)) };
  return { ...view, viewData: { ...viewData, resolved: { ...resolved, compared } } };
}

function ExplainedChange({ keys, change }: WhyChoiceProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { selection, viewData } = useView();
  // In a running period only the days so far are explained.
  const passed = viewData.resolved.compared?.period ?? {};
  const { why: figure, whyBy } = keys;
  const look: WhyLook = { ...useSeriesLook(whyBy, useMarketRank()), by: whyBy, judged: selection.judged };
  const compared = useComparison(FIELDS[whyBy]);
  useEffect(() => {
    if (location.hash === `#${WHY_PLACE}`) showExplanation();
  }, []);
  const note = comparisonNote(compared, i18n);
  const state = useExplained(compared, figure, whyBy);
  if (selection.panels.length > 0 && !selection.panels.includes(WHY_PLACE)) return null;
  return (
    <div id={WHY_PLACE} className="why" tabIndex={-1}>
      <QueryPanel
        name={WHY_PLACE}
        title={t("why.title")}
        subtitle={t("why.subtitle", { figure: t(`versus.${figure}`), by: t(`by.${whyBy}`) })}
        state={state}
        figures={["why", figure, "change"]}
        source={compared.kind === "compared" ? compared : null}
        action={<WhyChoice keys={keys} change={change} />}
        below={keys.whyDays && <OnlyDays days={keys.whyDays} onWhole={() => change({ whyDays: null })} />}
        chart={({ why }) =>
          why === null ? (
            <p className="message">
              {compared.kind === "compared" || note === null
                ? t(compared.kind === "off" ? "versus.nothing" : "why.absent")
                : note}
            </p>
          ) : (
            <Reselected part={passed}>
              <p className="why__sentence">{whySentence(why, look, i18n)}</p>
              <ScrolledTable {...whyTable(why, look, i18n, true)} />
              <p className="panel__note">
                {note} {selection.judged === "today" && t("why.unfair")}
              </p>
            </Reselected>
          )
        }
        tables={({ why }) =>
          why === null
            ? []
            : [
                panelTable(whyTable(why, look, i18n, false), (drawn) => (
                  <Reselected part={passed}>{drawn}</Reselected>
                )),
              ]
        }
        notes={note === null ? [] : [note]}
      />
    </div>
  );
}

/** The previous explanation stays while pending. */
function useExplained(
  compared: Compared | NotCompared,
  figure: WhyFigure,
  by: WhyDimension,
): QueryState<Explained> {
  const { rows = null, before = null } = compared.kind === "compared" ? compared : {};
  const counted = useMemo(
    () => rows && before && { why: whyOf(rows, before, figure, by) },
    [rows, before, figure, by],
  );
  const isPending = compared.kind === "pending";
  const last = useLast<Explained>(isPending || compared.kind === "error" ? null : (counted ?? NOTHING));
  if (compared.kind === "error") return compared;
  return last === null
    ? { kind: "pending" }
    : { kind: "success", value: last, isPlaceholder: isPending, refreshError: null };
}

type OnlyDaysProps = { days: WhyDays; onWhole: () => void };

/** Which days alone are explained, and the way back to all of them. */
function OnlyDays({ days: { period, comparison }, onWhole }: OnlyDaysProps): ReactNode {
  const { t, formats } = useI18n();
  const [one, other] = [period, comparison].map(({ from, to }) => formats.days(from, to));
  return (
    <p className="panel__note">
      {t("why.days", { period: one ?? "", comparison: other ?? "" })}{" "}
      <button type="button" className="link no-print" onClick={onWhole}>
        {t("why.whole")}
      </button>
    </p>
  );
}

type WhyChoiceProps = { keys: WhyKeys; change: (part: Partial<WhyKeys>) => void };

/** Chooses the figure and the dimension. */
function WhyChoice({ keys, change }: WhyChoiceProps): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <Choice
        isBare
        label={t("key.figure")}
        value={keys.why}
        options={WHY_FIGURES.map((key) => ({ key, name: t(`versus.${key}`) }))}
        onChange={(why) => change({ why })}
      />
      <Choice
        isBare
        label={t("why.by")}
        value={keys.whyBy}
        options={WHY_DIMENSIONS.map((key) => ({ key, name: t(`by.${key}`) }))}
        onChange={(whyBy) => change({ whyBy })}
      />
    </>
  );
}
