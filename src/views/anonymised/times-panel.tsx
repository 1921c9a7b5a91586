import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { mapData, type QueryState } from "#queries/query-state.ts";
import { type OutcomeCountsResult, useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { TIMES, type Time } from "#referrals/times.ts";
import type { TableModel } from "#table/column.ts";
import { DataTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { type AnonymisedBin, type AnonymisedTime, timeOf } from "./anonymised-model.ts";
import { AnonymisedPanel, MAX_APART, TooMany } from "./anonymised-panel.tsx";
import { barColumn } from "./parts-panel.tsx";

const ALL = Object.keys(TIMES) as readonly Time[];

/** Response times, a panel each, because each covers different referrals. */
export function TimesPanels(): ReactNode {
  const { t } = useI18n();
  const { dataset } = useView().viewData;
  if (dataset.total > MAX_APART) return <TooMany title={t("times.key.title")} />;
  return ALL.map((time) => <TimePanel key={time} time={time} />);
}

function TimePanel({ time }: { time: Time }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const outcomeCounts = usePairs(time);
  return (
    <AnonymisedPanel
      name={time}
      title={t(`times.of.${time}`)}
      subtitle={t("anonymised.times.subtitle")}
      state={mapData(outcomeCounts, ({ rows }) =>
        timeOf(rows.map(({ keys: [from = null, to = null], count }) => ({ from, to, count }))),
      )}
      figures={["times"]}
      source={outcomeCounts.kind === "success" ? outcomeCounts.value : null}
      chart={(value) =>
        value && (
          <>
            <DataTable {...binsTable(value, true, i18n)} />
            <p className="panel__note">{sentences(value, i18n)}</p>
          </>
        )
      }
      tables={(value) => (value ? [panelTable(binsTable(value, false, i18n))] : [])}
    />
  );
}

function usePairs(time: Time): QueryState<OutcomeCountsResult> {
  const { viewData } = useView();
  const { population, filters } = viewData.resolved;
  const { from, to } = TIMES[time];
  return useOutcomeCounts({ population, filters, fields: [from, to], level: "day" });
}

function binsTable(value: AnonymisedTime, isPicture: boolean, i18n: I18n): TableModel<AnonymisedBin> {
  const { t } = i18n;
  const largest = Math.max(1, ...value.bins.map(({ count }) => count));
  return {
    className: "anonymised__parts",
    columns: [
      { id: "days", header: t("anonymised.days"), kind: "text", value: (bin) => binName(bin, i18n) },
      barColumn(t("markets.referrals"), ({ count }) => count, isPicture ? largest : null),
      {
        id: "share",
        header: t("markets.share"),
        kind: "share",
        value: ({ count }) => (value.count === 0 ? null : count / value.count),
      },
    ],
    rows: value.bins,
    rowKey: ({ from }) => String(from),
  };
}

function binName({ from, to }: AnonymisedBin, { t, formats }: I18n): string {
  if (to === null) return t("anonymised.days.from", { low: formats.count(from) });
  if (to === 0) return t("anonymised.days.same");
  if (from === to) return t("anonymised.days.one", { count: to });
  return t("anonymised.days.range", { low: formats.count(from), high: formats.count(to) });
}

function sentences({ half, nine }: AnonymisedTime, { t }: I18n): string {
  return [
    half !== null && t("anonymised.half", { count: half }),
    nine !== null && t("anonymised.nine", { count: nine }),
  ]
    .filter(Boolean)
    .join(" ");
}
