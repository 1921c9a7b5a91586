import type { ReactNode } from "react";
import { useAnnotations } from "#dashboard/annotations/use-annotations.ts";
import { useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { isOfAge } from "#dashboard/figures/trend-sentences.ts";
import { WhyLink } from "#dashboard/figures/why-link.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import type { Defined } from "#dashboard/panel/explain.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { currentData } from "#queries/query-state.ts";
import { useTargetsOf } from "#routine/targets/target-notes.ts";
import type { DealSplit } from "#selection/keys/deals.ts";
import {
  TREND_FORMS,
  TREND_MEANS,
  TREND_MEASURES,
  TRENDS_KEYS,
  type TrendForm,
  type TrendsKeys,
} from "#selection/keys/trends.ts";
import { useKeys } from "#selection/use-selection.ts";
import { notedTable } from "#table/panel-table.tsx";
import { WHY_OF_MEASURE } from "./figured.tsx";
import { isDealSplit, useOfferedSplits, useSplitLook } from "./split-dimension.tsx";
import { TrendsPicture } from "./trends-picture.tsx";
import { tableSentences, targetSentence, trendsSentences } from "./trends-sentences.ts";
import { trendsTable } from "./trends-table.tsx";
import { useTrends } from "./use-trends.ts";
import "./trends.css";
import { DateChoices } from "#dashboard/context/date-choices.tsx";
import { grainsFor } from "#dashboard/context/resolved-selection.ts";
import { Choice } from "#ui/choice.tsx";
import type { MeanFault } from "./trends-view-model.ts";

const FIGURES: Record<"count" | "acceptance" | "win", readonly Defined[]> = {
  count: ["trend", "unfinished", "other", "change", "mean"],
  acceptance: ["acceptance", "accepted", "trend", "unfinished", "interval", "change"],
  win: ["win", "won", "trend", "unfinished", "interval", "change"],
};

/** Referrals over time in one large chart, with comparison and range selection. */
export function TrendsView(): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { viewData, selection } = useView();
  const { resolved } = viewData;
  const { keys, faults, change } = useKeys(TRENDS_KEYS);
  const offered = useOfferedSplits();
  const by = offered.find((one) => one === keys.split) ?? selection.by;
  const lookFor = useSplitLook(by);
  const notes = useAnnotations();
  const targets = useTargetsOf(keys.measure === "count" ? null : keys.measure);
  const { model, source, refreshError, refresh, records } = useTrends(keys, by, lookFor(null).compare);
  const shown = currentData(model);
  const look = lookFor(shown?.trend ?? null);
  const said = shown ? tableSentences(shown, viewData.dataset.months?.first ?? null, i18n) : [];
  const subtitle = t(`trends.subtitle.${resolved.grain}`, {
    basis: t(`basis.${resolved.basis}.did`),
    by: isDealSplit(by) ? t("trends.by.text", { name: t(`list.column.${by}`) }) : t(`by.${by}`),
    period: formats.period(resolved.period.from, resolved.period.to),
  });
  return (
    <>
      <AddressNotice faults={faults} />
      {records && <RecordsProgress records={records} />}
      {refreshError && <QueryError state={{ error: refreshError, retry: refresh }} keepsOld />}
      <QueryPanel
        name="trend"
        title={t(`trends.title.${keys.measure}`)}
        subtitle={subtitle}
        needs={keys.measure === "count" ? [] : missing}
        state={model}
        figures={FIGURES[keys.measure]}
        source={source}
        chart={(value) => (
          <>
            <TrendsControls
              keys={keys}
              offered={offered}
              isOverlapping={value.isOverlapping}
              onChange={change}
            />
            {value.trend.total === 0 ? (
              <Empty />
            ) : (
              <ReadTrends model={value} keys={keys} look={look} targets={targets} onKeys={change} />
            )}
          </>
        )}
        tables={(value) => [
          notedTable(trendsTable({ model: value, look, notes, targets }, i18n), said.join(" ")),
        ]}
        notes={said}
      />
    </>
  );
}

type ReadTrendsProps = Omit<Parameters<typeof TrendsPicture>[0], "summary">;

/** The chart, and what it says as text. */
function ReadTrends(props: ReadTrendsProps): ReactNode {
  const { model, keys, targets } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const { viewData, selection } = useView();
  const { resolved, dataset } = viewData;
  const firstMonth = dataset.months?.first ?? null;
  const sentences = [
    ...trendsSentences(model, firstMonth, i18n, isOfAge(resolved)),
    ...targets.map((target) => targetSentence(target, model, i18n)),
  ].join(" ");
  const hasChanged = (model.compared?.change.kind ?? "absent") !== "absent";
  return (
    <>
      <TrendsPicture {...props} summary={`${t(`trends.title.${keys.measure}`)}. ${sentences}`} />
      <p className="panel__note">
        {sentences}
        {hasChanged && <WhyLink figure={WHY_OF_MEASURE[model.measure]} drill={{}} selection={selection} />}
      </p>
      <p className="panel__note no-print">{t("trends.drag")}</p>
      {model.meanFault && <MeanNotice fault={model.meanFault} />}
      {!model.isSplit && <p className="panel__note">{t("trends.outcomeRate")}</p>}
    </>
  );
}

/** Why a requested moving mean is not drawn, and how to get it. */
function MeanNotice({ fault }: { fault: MeanFault }): ReactNode {
  const { t } = useI18n();
  const { viewData, change } = useView();
  const { grain, period } = viewData.resolved;
  if (fault !== "grain") return <p className="panel__note">{t(`trends.mean.${fault}`)}</p>;
  return (
    <p className="panel__note">
      {t("trends.mean.grain", { grain })}{" "}
      {grainsFor(period).includes("day") ? (
        <button type="button" className="link" onClick={() => change({ grain: "day" })}>
          {t("trends.mean.toDays")}
        </button>
      ) : (
        t("trends.mean.tooLong")
      )}
    </p>
  );
}

type TrendsChoiceProps = { keys: TrendsKeys; onChange: (part: Partial<TrendsKeys>) => void };
type TrendsControlsProps = TrendsChoiceProps & { offered: readonly DealSplit[]; isOverlapping: boolean };

/** Chart options, stored in the address. */
function TrendsControls({ keys, offered, isOverlapping, onChange }: TrendsControlsProps): ReactNode {
  const { t } = useI18n();
  const { selection, change, config } = useView();
  const isCount = keys.measure === "count";
  const forms = TREND_FORMS.filter((form) => !isOverlapping || form !== "stacked");
  const drawn = { ...keys, form: forms.find((form) => form === keys.form) ?? "lines" };
  return (
    <fieldset className="trends__controls" aria-label={t("trends.controls")}>
      <Choice
        label={t("trends.measure")}
        value={keys.measure}
        options={TREND_MEASURES.map((key) => ({ key, name: t(`trends.measure.${key}`) }))}
        onChange={(measure) => onChange({ measure })}
      />
      {offered.length > 0 && (
        <Choice
          label={t("trends.split")}
          value={offered.find((one) => one === keys.split) ?? ""}
          options={[
            { key: "", name: t(`by.${selection.by}`) },
            ...offered.map((key) => ({ key, name: t(`list.column.${key}`) })),
          ]}
          onChange={(split) => onChange({ split: split || null })}
        />
      )}
      <DateChoices data={config.data} selection={selection} onChange={change} />
      {isCount && <FormChoice keys={drawn} forms={forms} onChange={onChange} />}
      {isCount && <MeansChoice keys={drawn} onChange={onChange} />}
    </fieldset>
  );
}

type FormChoiceProps = TrendsChoiceProps & { forms: readonly TrendForm[] };

function FormChoice({ keys, forms, onChange }: FormChoiceProps): ReactNode {
  const { t } = useI18n();
  return (
    <fieldset className="trends__choice">
      <legend>{t("trends.form")}</legend>
      {forms.map((form) => (
        <button
          key={form}
          type="button"
          className="button"
          aria-pressed={keys.form === form}
          onClick={() => onChange({ form })}
        >
          {t(`trends.form.${form}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Chooses moving means and, for lines, the total. */
function MeansChoice({ keys, onChange }: TrendsChoiceProps): ReactNode {
  const { t } = useI18n();
  const { means, form, total } = keys;
  return (
    <fieldset className="trends__choice">
      <legend>{t("trends.means")}</legend>
      {TREND_MEANS.map((days) => (
        <label key={days} className="option">
          <input
            type="checkbox"
            checked={means.includes(days)}
            onChange={({ currentTarget }) =>
              onChange({
                means: TREND_MEANS.filter((one) =>
                  one === days ? currentTarget.checked : means.includes(one),
                ),
              })
            }
          />
          {t("trends.mean.days", { days: Number(days) })}
        </label>
      ))}
      {form === "lines" && (
        <label className="option">
          <input
            type="checkbox"
            checked={total}
            onChange={({ currentTarget }) => onChange({ total: currentTarget.checked })}
          />
          {t("trends.total")}
        </label>
      )}
    </fieldset>
  );
}
