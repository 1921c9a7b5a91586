import type { ReactNode } from "react";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useAbsentFields, useMissingForOutcomes } from "#dashboard/context/source-limits.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import type { Cohort } from "#referrals/cohorts.ts";
import { panelTable } from "#table/panel-table.tsx";
import { CohortsChart } from "./cohorts-chart.tsx";
import { cohortsTable } from "./cohorts-table.tsx";
import { extremesOf } from "./multiples-model.ts";
import { useCohorts } from "./use-cohorts.ts";
import "./cohorts.css";

/** Conversion by the time of creation: how far the referrals of each bucket have come by now. */
export function CohortsPanel(): ReactNode {
  const missing = useMissingForOutcomes();
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { period, grain } = useView().viewData.resolved;
  const { state, source } = useCohorts();
  const absent = useAbsentFields(["acceptedDate", "wonDate"]);
  const fields = formats.list(absent.map((field) => t(`field.${field}`)));
  const undated = absent.length > 0 && `${t("source.undatedSteps", { fields })} ${t("source.wayOut")}`;
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
