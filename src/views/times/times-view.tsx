import type { ReactNode } from "react";
import { useAnnotations } from "#dashboard/annotations/use-annotations.ts";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { missingForOutcomes, useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { ImpreciseNote } from "#dashboard/data-quality/imprecise-note.tsx";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { DateField } from "#partner-center/fields.ts";
import { currentData } from "#queries/query-state.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { TIMES_KEYS, type TimesKeys } from "#selection/keys/times.ts";
import { useKeys } from "#selection/use-selection.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { useMarketName } from "#ui/value.tsx";
import { AnsweredPicture, answeredTable } from "./answered-panel.tsx";
import { ComparedPanel } from "./compared-panel.tsx";
import { roundTime } from "./duration.tsx";
import { KeyTimes, keyTimesTable } from "./key-times.tsx";
import { LimitInputs } from "./limit-inputs.tsx";
import { OverduePicture, overdueTables } from "./overdue-panel.tsx";
import { PartsPicture, partsTable } from "./parts-panel.tsx";
import { SpreadPicture, spreadTable } from "./spread-panel.tsx";
import { TimesTrendChart } from "./times-trend-panel.tsx";
import { timesTrendTable } from "./times-trend-table.ts";
import { ALL_TIMES } from "./times-view-model.ts";
import { type TimesResult, useTimes } from "./use-times.ts";
import "./times.css";

const TIME_DATES: readonly DateField[] = ["createdDate", "acknowledgedDate", "acceptedDate", "wonDate"];
const ANSWER_DATES: readonly DateField[] = ["acknowledgedDate", "acceptedDate"];

/** How fast referrals are answered, accepted and won, and which are due. */
export function TimesView(): ReactNode {
  const { selection } = useView();
  const { keys, faults, change } = useKeys(TIMES_KEYS);
  const time = useKnownTime(keys.time);
  const times = useTimes({ ...keys, time });
  const { records } = times;
  const isEmpty = records.state.kind === "success" && records.state.value.rows.length === 0;
  const panel = { keys, time, times, change, nothing: isEmpty && <Empty /> };
  const canCompare = useAnswerDates().length === 0;
  // Shown once instead of in every panel.
  const isRest = !isEmpty || selection.as === "table";
  return (
    <>
      <AddressNotice faults={faults} />
      <RecordsProgress records={records} />
      {!isEmpty && <ImpreciseNote fields={TIME_DATES} />}
      <KeyPanel {...panel} />
      {isRest && <OverduePanel {...panel} />}
      {isRest && !records.isTooMany && (
        <>
          {canCompare && <ComparedPanel {...{ records, limits: times.limits, keys, change }} />}
          <div className="overview__pair">
            <AnsweredPanel {...panel} />
            <SpreadPanel {...panel} />
          </div>
          <TrendPanel {...panel} />
          <PartsPanel {...panel} />
        </>
      )}
    </>
  );
}

type TimesPanelProps = {
  keys: TimesKeys;
  time: Time;
  times: TimesResult;
  change: (part: Partial<TimesKeys>) => void;
  /** Replaces each chart when the selection is empty. */
  nothing: ReactNode;
};

/** The default response time, or the first for which the source has dates. */
function useKnownTime(wanted: Time): Time {
  const absent = useAbsentFields(TIME_DATES);
  const isKnown = (one: Time) => !datesOf(one).some((field) => absent.includes(field));
  const isUsual = wanted === TIMES_KEYS.time.fallback;
  return (isUsual && !isKnown(wanted) && ALL_TIMES.find(isKnown)) || wanted;
}

/** Dates that panels about answers need: either date is enough. */
function useAnswerDates(): readonly DateField[] {
  return useAbsentFields(ANSWER_DATES).length < ANSWER_DATES.length ? [] : ANSWER_DATES;
}

function KeyPanel({ times, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const absent = useAbsentFields(TIME_DATES);
  return (
    <QueryPanel
      name="figures"
      needs={useAnswerDates()}
      title={i18n.t("times.key.title")}
      bare
      state={times.key}
      figures={["times"]}
      source={times.keySource}
      chart={(value) => nothing || <KeyTimes times={value} absent={absent} />}
      tables={(value) => [panelTable(keyTimesTable(value, i18n))]}
    />
  );
}

function OverduePanel({ times, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { viewData, config } = useView();
  const { basis, period } = viewData.resolved;
  const { overdue, limits, records } = times;
  const nameOf = useMarketName();
  if (!overdue) return null;
  return (
    <QueryPanel
      name="overdue"
      needs={["createdDate", ...missingForOutcomes(config.data)]}
      title={t("times.overdue.title")}
      subtitle={t("times.overdue.subtitle", {
        basis: t(`basis.${basis}`),
        period: formats.period(period.from, period.to),
        answer: roundTime(limits.answerMs, i18n),
        expiry: roundTime(limits.expiryMs, i18n),
        time: formats.dateTime(viewData.dataTime),
      })}
      state={overdue}
      figures={["overdue", "open"]}
      source={records.source}
      chart={(value) => nothing || <OverduePicture overdue={value} limits={limits} />}
      tables={(value) => overdueTables({ overdue: value, limits }, nameOf, i18n)}
    />
  );
}

function AnsweredPanel({ keys, times, change, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <QueryPanel
      name="answered"
      needs={useAnswerDates()}
      title={t("times.answered.title")}
      subtitle={t("times.answered.subtitle")}
      state={times.answered}
      figures={["answered", "interval"]}
      source={times.records.source}
      action={<LimitInputs hours={keys.hours} days={keys.days} onChange={change} />}
      chart={(value) => nothing || <AnsweredPicture answered={value} />}
      tables={(value) => [panelTable(answeredTable(value, i18n))]}
    />
  );
}

function SpreadPanel({ time, times, change, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { spread, records } = times;
  const count = currentData(spread)?.count;
  return (
    <QueryPanel
      name="spread"
      needs={datesOf(time)}
      title={t("times.spread.title")}
      subtitle={
        count === undefined ? undefined : t("times.spread.subtitle", { time: t(`times.of.${time}`), count })
      }
      state={spread}
      figures={["times"]}
      source={records.source}
      action={<TimeChoice time={time} onChange={change} />}
      chart={(value) => nothing || <SpreadPicture spread={value} />}
      tables={(value) => [panelTable(spreadTable(value, i18n))]}
    />
  );
}

function TrendPanel({ time, times, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { basis, grain } = useView().viewData.resolved;
  const { trend, limits, records } = times;
  const notes = useAnnotations();
  return (
    <QueryPanel
      name="trend"
      needs={datesOf(time)}
      title={t("times.trend.title")}
      subtitle={t("times.trend.subtitle", { time: t(`times.of.${time}`), basis: t(`basis.${basis}`) })}
      state={trend}
      figures={["times", "unfinished"]}
      source={records.source}
      chart={(value) =>
        nothing || <TimesTrendChart trend={value} grain={grain} time={time} limits={limits} />
      }
      tables={(value) => [panelTable(timesTrendTable({ trend: value, grain, time, notes }, i18n))]}
    />
  );
}

function PartsPanel({ keys, time, times, change, nothing }: TimesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { by } = useView().selection;
  const { bySegment, limits, records } = times;
  const sort = { by: keys.sort, onSort: (next: typeof keys.sort) => change({ sort: next }) };
  const look = useSeriesLook(by, useMarketRank());
  const parts = { by, time, limitMs: limits.answerMs, look, sort };
  const named = { time: t(`times.of.${time}`), limit: roundTime(limits.answerMs, i18n) };
  return (
    <QueryPanel
      name="parts"
      needs={datesOf(time)}
      title={t(`times.parts.title.${by}`)}
      subtitle={t("times.parts.subtitle", named)}
      state={bySegment}
      figures={["times", "answered", "rank", "other", "interval"]}
      source={records.source}
      chart={(value) =>
        nothing || (
          <PartsPicture
            {...parts}
            bySegment={value}
            showsAll={keys.all}
            onShowAll={(all) => change({ all })}
          />
        )
      }
      tables={(value) => [panelTable(partsTable({ ...parts, bySegment: value, showsAll: true }, i18n))]}
    />
  );
}

/** The two dates of a response time. */
function datesOf(time: Time): DateField[] {
  return [TIMES[time].from, TIMES[time].to];
}

type TimeChoiceProps = { time: Time; onChange: (part: { time: Time }) => void };

/** Chooses one of the three response times. */
function TimeChoice({ time, onChange }: TimeChoiceProps): ReactNode {
  const { t } = useI18n();
  return (
    <span className="times__choice">
      <Choice
        isBare
        label={t("times.time")}
        value={time}
        options={ALL_TIMES.map((key) => ({ key, name: t(`times.of.${key}`) }))}
        onChange={(next) => onChange({ time: next })}
      />
    </span>
  );
}
