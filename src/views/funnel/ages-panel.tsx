import type { ReactNode } from "react";
import { useChartCursor } from "#charts/chart-cursor.ts";
import { InteractiveChart } from "#charts/interactive-chart.tsx";
import { LazyTimeSeriesChart } from "#charts/lazy-time-series-chart.tsx";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { useView } from "#dashboard/context/view-context.tsx";
import type { SelectedRecordsState } from "#dashboard/data/use-selected-records.ts";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { QueryState } from "#queries/query-state.ts";
import { AGED_EVENTS, type AgedRates } from "#records/aged-rates.ts";
import type { CohortAge } from "#selection/keys/funnel.ts";
import { claimedAt, inTheEnd } from "#statistics/incidence.ts";
import { TableScroll } from "#table/chart-table-panel.tsx";
import { DataTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { AgeMultiples } from "./age-multiples.tsx";
import { agesChartModel, lastAge } from "./ages-model.ts";
import { agePartsTable, agesTable, intervalWords } from "./ages-table.tsx";
import type { Ages } from "./use-ages.ts";
import "./ages.css";

/** Of the whole chart, in pixels. */
const HEIGHT = 260;

/** Cohorts are by created date, and filters by outcome do not apply. */
const ALL_CREATED = { basis: "created", outcomes: [] } as const;

export type AgesPanelProps = { state: QueryState<Ages>; records: SelectedRecordsState; age: CohortAge };

/** Acceptance and win by age, over finished and open referrals. */
export function AgesPanel({ state, records, age }: AgesPanelProps): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { period } = useView().viewData.resolved;
  // Without a fixed age, the text uses the address's default.
  const days = age === "today" ? 30 : Number(age);
  return (
    <QueryPanel
      name="ages"
      title={t("ages.title")}
      subtitle={t("ages.subtitle", { period: formats.period(period.from, period.to) })}
      needs={["createdDate", "acceptedDate", "wonDate"]}
      state={state}
      figures={["ages", "acceptance", "win"]}
      source={records.source}
      chart={(ages) => <AgesPicture ages={ages} age={days} />}
      tables={(ages) => [
        panelTable(agesTable(ages, i18n)),
        panelTable(agePartsTable(ages, i18n), (drawn) => <Reselected part={ALL_CREATED}>{drawn}</Reselected>),
      ]}
    />
  );
}

function AgesPicture({ ages, age }: { ages: Ages; age: number }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { filters } = useView().viewData.resolved;
  const { all } = ages;
  const model = agesChartModel(all, i18n);
  const [cursor, setCursor] = useChartCursor(model.buckets);
  if (all.won.curve.table.size === 0) return <Empty />;
  const notes = ageSentences(all, age, i18n);
  const read = (at: number) => readAt(all, Number(model.buckets[at]?.key), i18n);
  return (
    <>
      {lastAge(all) > 0 && (
        <InteractiveChart
          className="trend trend--large"
          label={t("read.chart")}
          hint={t("ages.hint")}
          model={model}
          height={HEIGHT}
          cursor={cursor}
          onCursor={setCursor}
          nameOf={({ at }) => model.buckets[at]?.name ?? ""}
          sentenceOf={({ at }) => read(at).join(" ")}
          flag={({ at }) => (
            <>
              <p className="tooltip__title">{model.buckets[at]?.name}</p>
              {read(at).map((line) => (
                <p key={line}>{line}</p>
              ))}
            </>
          )}
        >
          <LazyTimeSeriesChart
            summary={`${t("ages.title")}. ${notes.join(" ")}`}
            model={model}
            height={HEIGHT}
            formatTick={formats.percent}
          />
        </InteractiveChart>
      )}
      <p className="panel__note">{notes.join(" ")}</p>
      {filters.outcomes.length > 0 && <p className="panel__note">{t("ages.noOutcomes")}</p>}
      <TableScroll label={t("ages.title")}>
        <DataTable {...agesTable(ages, i18n)} />
      </TableScroll>
      <AgeMultiples ages={ages} age={age} top={model.scale.top} />
    </>
  );
}

/** Both rates at an age as text. */
function readAt(all: AgedRates, age: number, i18n: I18n): string[] {
  const { t, formats } = i18n;
  return AGED_EVENTS.map((event) => {
    const at = claimedAt(all[event].curve, age);
    const name = t(`stage.${event}`);
    if (at === null) return t("ages.read.nothing", { name });
    return t("ages.read", {
      name,
      rate: formats.percent(at.value),
      interval: intervalWords(at, i18n) ?? "",
      atRisk: formats.count(at.atRisk),
    });
  });
}

/** The curves as text: at one age, at the end, and the number left out. */
function ageSentences(all: AgedRates, age: number, { t, formats }: I18n): string[] {
  const end = inTheEnd(all.won.curve);
  const within = AGED_EVENTS.map((event) => {
    const { curve } = all[event];
    const at = claimedAt(curve, age) ?? inTheEnd(curve);
    const what = at && t(`ages.by.${event}`, { age: Math.floor(at.age) });
    return at && t("ages.said", { what: what ?? "", rate: formats.percent(at.value) });
  });
  const unplaced = AGED_EVENTS.map((event) => {
    const count = all[event].unplaced;
    return count > 0 ? t("ages.unplaced", { count, name: t(`stage.${event}`) }) : null;
  });
  return [
    ...within,
    end
      ? t("ages.sentence.end", { age: Math.floor(end.age), won: formats.percent(end.value) })
      : t("ages.few"),
    ...unplaced,
  ].filter((sentence) => sentence !== null);
}
