import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { sourceKind, useAbsentFields, useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel, wayOutOf } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Day, Grain } from "#lib/calendar.ts";
import { type AgedEvent, cohortAt } from "#records/aged-rates.ts";
import { type Cohort, type Cohorts, cohortsOf } from "#referrals/cohorts.ts";
import { SMALL_SAMPLE } from "#referrals/rate.ts";
import { COHORT_AGES, type CohortAge } from "#selection/keys/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import { CohortsChart, cohortStatus, type DrawnCohorts } from "./cohorts-chart.tsx";
import "./cohorts.css";
import type { Annotation } from "#dashboard/annotations/annotations.ts";
import { noteColumns } from "#dashboard/annotations/note-columns.ts";
import { useAnnotations } from "#dashboard/annotations/use-annotations.ts";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { periodFilter } from "#queries/query-builders.ts";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { currentData, mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { TableModel, ValueColumn } from "#table/column.ts";
import { Choice } from "#ui/choice.tsx";
import { Bucket } from "#ui/value.tsx";
import { funnelColumns } from "./funnel-columns.tsx";
import { PeriodMark } from "./period-mark.tsx";
import type { Ages } from "./use-ages.ts";

export type CohortsPanelProps = {
  ages: QueryState<Ages>;
  age: CohortAge;
  onAge: (age: CohortAge) => void;
};

/** Conversion by creation date: at the same age, or as of today. */
export function CohortsPanel({ ages, age, onAge }: CohortsPanelProps): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { config, viewData } = useView();
  const { period, grain, filters } = viewData.resolved;
  const { state, source } = useCohorts();
  const notes = useAnnotations();
  const absent = useAbsentFields(["acceptedDate", "wonDate"]);
  const fields = formats.list(absent.map((field) => t(`field.${field}`)));
  const undated =
    absent.length > 0 &&
    `${t("source.undatedSteps", { fields, source: sourceKind(config.data) })} ${wayOutOf(absent, t, config.data)}`;
  const days = formats.period(period.from, period.to);
  return (
    <QueryPanel
      name="cohorts"
      title={t("cohorts.title")}
      subtitle={
        age === "today"
          ? t("cohorts.subtitle", { period: days, grain })
          : t("cohorts.subtitle.age", { period: days, grain, age: Number(age) })
      }
      needs={missing}
      state={state}
      figures={["cohort", "ages", "acceptance", "win", "interval", "open", "unfinished"]}
      source={source}
      action={<AgeChoice age={age} onAge={onAge} />}
      chart={({ cohorts }) => {
        if (cohorts.every(({ funnel }) => funnel.created === 0)) return <Empty />;
        const drawn = drawnCohorts(cohorts, currentData(ages), age);
        const sentence = cohortSentence(drawn, currentData(ages), grain, i18n);
        const isCalculating = age !== "today" && drawn.age === null;
        return (
          <Reselected part={CREATED}>
            <CohortsChart drawn={drawn} grain={grain} summary={`${t("cohorts.title")}. ${sentence}`} />
            <p className="panel__note">{sentence}</p>
            {isCalculating && <p className="panel__note">{t("ages.calculating", { age: Number(age) })}</p>}
            {drawn.age !== null && filters.outcomes.length > 0 && (
              <p className="panel__note">{t("ages.noOutcomes")}</p>
            )}
            {undated && <p className="panel__note">{undated}</p>}
          </Reselected>
        );
      }}
      tables={({ cohorts }) => [
        panelTable(
          cohortsTable(drawnCohorts(cohorts, currentData(ages), age), grain, notes, i18n),
          (drawn) => <Reselected part={CREATED}>{drawn}</Reselected>,
        ),
      ]}
    />
  );
}

function AgeChoice({ age, onAge }: Pick<CohortsPanelProps, "age" | "onAge">): ReactNode {
  const { t } = useI18n();
  const nameOf = (key: CohortAge) =>
    key === "today" ? t("ages.at.today") : t("ages.at.days", { age: Number(key) });
  const options = COHORT_AGES.map((key) => ({ key, name: nameOf(key) }));
  return <Choice isBare label={t("ages.at")} value={age} options={options} onChange={onAge} />;
}

const CREATED = { basis: "created" } as const;

/** The rates to draw: at an age once computed, until then today's. */
function drawnCohorts(cohorts: readonly Cohort[], ages: Ages | null, age: CohortAge): DrawnCohorts {
  if (age === "today" || ages === null) {
    const today = ({ unfinished, ...cohort }: Cohort, key: "acceptance" | "win") => {
      const { [key]: rate } = cohort;
      return rate.kind === "rate" ? { ...rate, isOpen: unfinished !== null } : null;
    };
    const rates = cohorts.map((one) => ({ acceptance: today(one, "acceptance"), win: today(one, "win") }));
    return { cohorts, rates, age: null };
  }
  const aged = (start: Day, event: AgedEvent) => {
    const cohort = ages.cohorts.get(start);
    const at = cohort ? cohortAt(cohort, event, Number(age)) : null;
    return at && { ...at, isOpen: !at.isMature };
  };
  const rates = cohorts.map(({ bucket: { start } }) => ({
    acceptance: aged(start, "accepted"),
    win: aged(start, "won"),
  }));
  return { cohorts, rates, age: Number(age) };
}

function cohortSentence(drawn: DrawnCohorts, ages: Ages | null, grain: Grain, i18n: I18n): string {
  const { t, formats } = i18n;
  const { cohorts, rates, age } = drawn;
  const isReached = (at: number) => !rates[at]?.acceptance?.isOpen && rates[at]?.acceptance != null;
  const large = cohorts.flatMap(({ bucket, funnel }, at) => {
    const rate = rates[at]?.acceptance;
    const isLarge = rate && isReached(at) && funnel.created >= SMALL_SAMPLE;
    return isLarge ? [{ key: bucket.start, value: rate.value }] : [];
  });
  const sorted = large.toSorted((a, b) => b.value - a.value);
  const [high, low] = [sorted.at(0), sorted.at(-1)];
  const found =
    high && low && high.value > low.value
      ? {
          high: formats.percent(high.value),
          highBucket: formats.bucket(high.key, grain),
          low: formats.percent(low.value),
          lowBucket: formats.bucket(low.key, grain),
        }
      : null;
  if (age !== null && ages !== null) {
    const reached = [...ages.cohorts.values()].map((cohort) => cohort.reached);
    const values = {
      age,
      reached: reached.filter((one) => one >= age).length,
      all: cohorts.length,
      common: Math.floor(Math.min(...reached)),
    };
    return `${t("cohorts.sentence.age", values)} ${t(found ? "cohorts.sentence.range" : "split.sentence.few", found ?? {})}`;
  }
  const finished = cohorts.filter(({ unfinished }) => unfinished === null);
  const counted = { finished: finished.length, all: cohorts.length };
  if (found === null) {
    return counted.finished === counted.all ? t("split.sentence.few") : t("cohorts.sentence.few", counted);
  }
  return t("cohorts.sentence", { ...counted, ...found });
}

/** The cohorts as a table, oldest first. */
function cohortsTable(
  { cohorts, rates, age }: DrawnCohorts,
  grain: Grain,
  notes: readonly Annotation[],
  i18n: I18n,
): TableModel<Cohort> {
  const { t, formats } = i18n;
  const make = figureColumns<Cohort>(i18n);
  const nameOf = ({ bucket }: Cohort) => formats.bucket(bucket.start, grain);
  const agedColumn = (key: "acceptance" | "win", days: number): ValueColumn<Cohort> => {
    const rateOf = (cohort: Cohort) => rates[cohorts.indexOf(cohort)]?.[key] ?? null;
    return {
      id: `${key} at ${days}`,
      header: t(key === "win" ? "ages.by.won" : "ages.by.accepted", { age: days }),
      kind: "share",
      value: (cohort) => rateOf(cohort)?.value ?? null,
      note: (cohort) => (rateOf(cohort)?.isOpen ? t("ages.estimate") : null),
    };
  };
  return {
    columns: [
      make.bucket({
        header: t("cohorts.cohort"),
        grain,
        start: ({ bucket }) => bucket.start,
        cell: (cohort) => (
          <PeriodMark
            period={cohort.bucket.covered}
            name={nameOf(cohort)}
            basis="created"
            className="plain-button"
          >
            <Bucket start={cohort.bucket.start} name={nameOf(cohort)} />
          </PeriodMark>
        ),
      }),
      ...funnelColumns<Cohort>(
        { funnel: ({ funnel }) => funnel, drill: ({ bucket }) => ({ within: bucket.covered }) },
        i18n,
      ),
      make.text({
        id: "status",
        header: t("trend.status"),
        className: "text",
        value: (cohort) => cohortStatus(cohort, i18n),
        cellProps: () => ({ className: "second" }),
      }),
      ...noteColumns(notes, cohorts, ({ bucket }) => bucket.covered, i18n),
      ...(age === null ? [] : [agedColumn("acceptance", age), agedColumn("win", age)]),
    ],
    rows: cohorts,
    rowKey: ({ bucket }) => bucket.start,
  };
}

const FIELDS = ["createdDate"] as const;

/** Cohorts of the page's period, always by created date. */
function useCohorts(): { state: QueryState<Cohorts>; source: QuerySource | null } {
  const { viewData } = useView();
  const { dataTime, resolved } = viewData;
  const { period, filters, grain } = resolved;
  const query = { population: periodFilter("createdDate", period), filters, fields: FIELDS, level: grain };
  const outcomeCounts = useOutcomeCounts(query);
  const state = mapData(outcomeCounts, ({ rows }) => {
    const dated = rows.map(({ keys, ...outcomeCount }) => ({ ...outcomeCount, day: keys[0] ?? null }));
    return cohortsOf({ outcomeCounts: dated, period, grain, dataTime });
  });
  return { state, source: sourceOf(outcomeCounts) };
}
