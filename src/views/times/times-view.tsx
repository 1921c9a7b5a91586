import type { ReactNode } from "react";
import { useSeriesLook } from "#dashboard/context/series-look.ts";
import { missingForOutcomes, useAbsentFields } from "#dashboard/context/source-limits.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { RecordsProgress } from "#dashboard/data-quality/records-progress.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { DateField } from "#partner-center/fields.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import { TIMES_KEYS } from "#selection/keys/times.ts";
import { useKeys } from "#selection/use-selection.ts";
import { panelTable } from "#table/panel-table.tsx";
import { Choice } from "#ui/choice.tsx";
import { useMarketName } from "#ui/value.tsx";
import { AnsweredPicture, answeredTable } from "./answered-panel.tsx";
import { roundTime } from "./duration.tsx";
import { KeyTimes, keyTimesTable } from "./key-times.tsx";
import { LimitInputs } from "./limit-inputs.tsx";
import { OverduePicture, overdueTables } from "./overdue-panel.tsx";
import { PartsPicture, partsTable } from "./parts-panel.tsx";
import { SpreadPicture, spreadTable } from "./spread-panel.tsx";
import { TimesTrendChart } from "./times-trend-panel.tsx";
import { timesTrendTable } from "./times-trend-table.ts";
import { ALL_TIMES } from "./times-view-model.ts";
import { useTimes } from "./use-times.ts";
import "./times.css";

const TIME_DATES: readonly DateField[] = ["createdDate", "acknowledgedDate", "acceptedDate", "wonDate"];
const ANSWER_DATES: readonly DateField[] = ["acknowledgedDate", "acceptedDate"];

/** How fast referrals are answered, accepted and won, and what has to be answered next. */
export function TimesView(): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { viewData, selection, config } = useView();
  const { keys, faults, change } = useKeys(TIMES_KEYS);
  const { resolved } = viewData;
  const absent = useAbsentFields(TIME_DATES);
  const isTold = (one: Time) => !datesOf(one).some((field) => absent.includes(field));
  // Where the files cannot tell the usual time, the first that they can.
  const isUsual = keys.time === TIMES_KEYS.time.fallback;
  const time = (isUsual && !isTold(keys.time) && ALL_TIMES.find(isTold)) || keys.time;
  const look = useSeriesLook(selection.by, useMarketRank());
  const times = useTimes({ ...keys, time });
  const isAnyTime = useAbsentFields(ANSWER_DATES).length < ANSWER_DATES.length;
  const { limits, records } = times;
  const limit = roundTime(limits.answerMs, i18n);
  const named = { time: t(`times.of.${time}`) };
  const isEmpty = records.state.kind === "success" && records.state.value.rows.length === 0;
  const nothing = isEmpty && <Empty />;
  // Said once, and not in each of the panels.
  const isRest = !isEmpty || selection.as === "table";
  const sort = { by: keys.sort, onSort: (by: typeof keys.sort) => change({ sort: by }) };
  const nameOf = useMarketName();
  const parts = { by: selection.by, time, limitMs: limits.answerMs, look, sort };
  const { source } = records;

  return (
    <>
      <AddressNotice faults={faults} />
      <RecordsProgress records={records} />
      <QueryPanel
        name="figures"
        needs={isAnyTime ? [] : ANSWER_DATES}
        title={t("times.key.title")}
        bare
        state={times.key}
        figures={["times"]}
        source={times.keySource}
        chart={(value) => nothing || <KeyTimes times={value} absent={absent} />}
        tables={(value) => [panelTable(keyTimesTable(value, i18n))]}
      />
      {isRest && times.overdue && (
        <QueryPanel
          name="overdue"
          needs={["createdDate", ...missingForOutcomes(config.data)]}
          title={t("times.overdue.title")}
          subtitle={t("times.overdue.subtitle", {
            basis: t(`basis.${resolved.basis}`),
            period: formats.period(resolved.period.from, resolved.period.to),
            answer: limit,
            expiry: roundTime(limits.expiryMs, i18n),
            time: formats.dateTime(viewData.dataTime),
          })}
          state={times.overdue}
          figures={["overdue", "open"]}
          source={source}
          chart={(value) => nothing || <OverduePicture overdue={value} limits={limits} />}
          tables={(value) => overdueTables({ overdue: value, limits }, nameOf, i18n)}
        />
      )}
      {isRest && !records.isTooMany && (
        <>
          <div className="overview__pair">
            <QueryPanel
              name="answered"
              needs={isAnyTime ? [] : ANSWER_DATES}
              title={t("times.answered.title")}
              subtitle={t("times.answered.subtitle")}
              state={times.answered}
              figures={["answered", "interval"]}
              source={source}
              action={<LimitInputs hours={keys.hours} days={keys.days} onChange={change} />}
              chart={(value) => nothing || <AnsweredPicture answered={value} />}
              tables={(value) => [panelTable(answeredTable(value, i18n))]}
            />
            <QueryPanel
              name="spread"
              needs={datesOf(time)}
              title={t("times.spread.title")}
              subtitle={
                times.spread.kind === "success"
                  ? t("times.spread.subtitle", { ...named, count: times.spread.value.count })
                  : undefined
              }
              state={times.spread}
              figures={["times"]}
              source={source}
              action={<TimeChoice time={time} onChange={change} />}
              chart={(value) => nothing || <SpreadPicture spread={value} />}
              tables={(value) => [panelTable(spreadTable(value, i18n))]}
            />
          </div>
          <QueryPanel
            name="trend"
            needs={datesOf(time)}
            title={t("times.trend.title")}
            subtitle={t("times.trend.subtitle", { ...named, basis: t(`basis.${resolved.basis}`) })}
            state={times.trend}
            figures={["times", "unfinished"]}
            source={source}
            chart={(value) =>
              nothing || <TimesTrendChart trend={value} grain={resolved.grain} time={time} limits={limits} />
            }
            tables={(value) => [
              panelTable(timesTrendTable({ trend: value, grain: resolved.grain, time }, i18n)),
            ]}
          />
          <QueryPanel
            name="parts"
            needs={datesOf(time)}
            title={t(`times.parts.title.${selection.by}`)}
            subtitle={t("times.parts.subtitle", { ...named, limit })}
            state={times.bySegment}
            figures={["times", "answered", "rank", "other", "interval"]}
            source={source}
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
        </>
      )}
    </>
  );
}

/** The dates that a time is counted between. */
function datesOf(time: Time): DateField[] {
  return [TIMES[time].from, TIMES[time].to];
}

type TimeChoiceProps = { time: Time; onChange: (part: { time: Time }) => void };

/** Which of the three times the panels below are about. */
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
