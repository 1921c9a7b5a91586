import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { sourceName, useAbsentFields, useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel, wayOutOf } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { type Cohort, type Cohorts, cohortsOf } from "#referrals/cohorts.ts";
import { panelTable } from "#table/panel-table.tsx";
import { CohortsChart, cohortStatus } from "./cohorts-chart.tsx";
import { extremesOf } from "./multiples-model.ts";
import "./cohorts.css";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { periodFilter } from "#queries/query-builders.ts";
import { type QuerySource, sourceOf } from "#queries/query-source.ts";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import type { TableModel } from "#table/column.ts";
import { Bucket } from "#ui/value.tsx";
import { funnelColumns } from "./funnel-columns.tsx";
import { PeriodMark } from "./period-mark.tsx";

/** Conversion by the time of creation: how far the referrals of each bucket have come by now. */
export function CohortsPanel(): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { config, viewData } = useView();
  const { period, grain } = viewData.resolved;
  const { state, source } = useCohorts();
  const absent = useAbsentFields(["acceptedDate", "wonDate"]);
  const fields = formats.list(absent.map((field) => t(`field.${field}`)));
  const undated =
    absent.length > 0 &&
    `${t("source.undatedSteps", { fields, source: sourceName(config.data) })} ${wayOutOf(absent, t, config.data)}`;
  const days = formats.period(period.from, period.to);
  return (
    <QueryPanel
      name="cohorts"
      title={t("cohorts.title")}
      subtitle={t("cohorts.subtitle", { period: days, grain })}
      needs={missing}
      state={state}
      figures={["cohort", "acceptance", "win", "interval", "open", "unfinished"]}
      source={source}
      chart={({ cohorts }) => {
        if (cohorts.every(({ funnel }) => funnel.created === 0)) return <Empty />;
        const sentence = cohortSentence(cohorts, grain, i18n);
        return (
          <Reselected part={CREATED}>
            <CohortsChart cohorts={cohorts} grain={grain} summary={`${t("cohorts.title")}. ${sentence}`} />
            <p className="panel__note">{sentence}</p>
            {undated && <p className="panel__note">{undated}</p>}
          </Reselected>
        );
      }}
      tables={({ cohorts }) => [
        panelTable(cohortsTable(cohorts, grain, i18n), (drawn) => (
          <Reselected part={CREATED}>{drawn}</Reselected>
        )),
      ]}
    />
  );
}

const CREATED = { basis: "created" } as const;

function cohortSentence(cohorts: readonly Cohort[], grain: Grain, { t, formats }: I18n): string {
  const finished = cohorts.filter(({ unfinished }) => unfinished === null);
  const counted = { finished: finished.length, all: cohorts.length };
  const found = extremesOf(finished.map(({ bucket, funnel }) => ({ key: bucket.start, funnel })));
  if (found === null && counted.finished === counted.all) return t("split.sentence.few");
  if (found === null) return t("cohorts.sentence.few", counted);
  return t("cohorts.sentence", {
    ...counted,
    high: formats.percent(found.high.value),
    highBucket: formats.bucket(found.high.key, grain),
    low: formats.percent(found.low.value),
    lowBucket: formats.bucket(found.low.key, grain),
  });
}

/** The cohorts in figures, the oldest first. */
function cohortsTable(cohorts: readonly Cohort[], grain: Grain, i18n: I18n): TableModel<Cohort> {
  const { t, formats } = i18n;
  const make = figureColumns<Cohort>(i18n);
  const nameOf = ({ bucket }: Cohort) => formats.bucket(bucket.start, grain);
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
    ],
    rows: cohorts,
    rowKey: ({ bucket }) => bucket.start,
  };
}

const FIELDS = ["createdDate"] as const;

/** The cohorts of the page's days, by created date whatever the page's basis is. */
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
