import { type CSSProperties, type ReactNode, useMemo } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { currentData } from "#queries/query-state.ts";
import { useOutcomeCounts } from "#queries/use-outcome-counts.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";
import { Reselected } from "../context/reselected.tsx";
import { useView } from "../context/view-context.tsx";
import type { SelectedRecordsState } from "../data/use-selected-records.ts";
import { Figure } from "../figures/figure.tsx";
import { QueryPanel } from "../panel/query-panel.tsx";
import { looksTable, type Outlook, outlookTable, useOutlook } from "./outlook-tables.tsx";
import "./outlook.css";

const NO_FIELDS = [] as const;

/** The forecast of wins from open referrals, and its reliability. */
export function OutlookPanel({ records }: { records: SelectedRecordsState }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { resolved, dataTime } = useView().viewData;
  const nameOf = useMarketName();
  const state = useOutlook(records);
  const left = useLeftOut(currentData(state));
  return (
    <QueryPanel
      name="outlook"
      needs={["createdDate", "wonDate", "status"]}
      title={t("outlook.title")}
      subtitle={t("outlook.subtitle", {
        basis: t(`basis.${resolved.basis}`),
        period: formats.period(resolved.period.from, resolved.period.to),
      })}
      state={state}
      figures={["outlook", "ages", "open"]}
      source={records.source}
      chart={(outlook) => (
        <Reselected part={{ outcomes: [] }}>
          <OutlookPicture outlook={outlook} />
          <p className="panel__note">{notesOf(outlook, left, i18n).join(" ")}</p>
        </Reselected>
      )}
      tables={(outlook) => [
        panelTable(outlookTable(outlook, left, i18n), (drawn) => (
          <Reselected part={{ outcomes: [] }}>{drawn}</Reselected>
        )),
        panelTable(looksTable(outlook.looks, dataTime, nameOf, i18n)),
      ]}
    />
  );
}

/** Open referrals of the selection without a record with a created date; null while unknown. */
function useLeftOut(outlook: Outlook | null): number | null {
  const { population, filters } = useView().viewData.resolved;
  const query = useMemo(
    () => ({ population, filters: { ...filters, outcomes: [] }, fields: NO_FIELDS }),
    [population, filters],
  );
  const counted = currentData(useOutcomeCounts(query));
  if (counted === null || !outlook?.forecast) return null;
  return Math.max(0, funnelOf(counted.rows).open - outlook.forecast.open);
}

function OutlookPicture({ outlook: { forecast, curve } }: { outlook: Outlook }): ReactNode {
  const { t, tRich, formats } = useI18n();
  if (forecast === null) return <p className="message">{t("outlook.few")}</p>;
  const { open, beyond, expected, low, high } = forecast;
  if (open === 0) return <p className="message">{t("outlook.none")}</p>;
  const limit = Math.floor(curve.table.limit ?? 0);
  if (open === beyond) return <p className="message">{t("outlook.beyond", { open, limit })}</p>;
  const share = (value: number) => `${(value / open) * 100}%`;
  const style = {
    "--expected": share(expected),
    "--low": share(low),
    "--width": share(high - low),
  } as CSSProperties;
  return (
    <>
      <p className="outlook__sentence">
        {tRich("outlook.sentence", {
          open: <Figure key="open" value={open} drill={{ fate: "open" }} />,
          expected: formats.count(Math.round(expected)),
          low: formats.count(low),
          high: formats.count(high),
        })}
      </p>
      <div className="outlook__bar" aria-hidden="true" style={style}>
        <span className="outlook__expected" />
        <span className="outlook__interval" />
      </div>
    </>
  );
}

/** Basis, omissions and backtest of the forecast. */
function notesOf({ forecast, curve, looks }: Outlook, left: number | null, { t, formats }: I18n): string[] {
  const { size, limit } = curve.table;
  const held = looks.filter((look) => look.held).length;
  return [
    limit === null ? null : t("outlook.base", { base: formats.count(size), limit: Math.floor(limit) }),
    forecast && forecast.beyond > 0 && forecast.beyond < forecast.open
      ? t("outlook.older", { count: forecast.beyond, limit: Math.floor(limit ?? 0) })
      : null,
    left ? t("outlook.left", { count: left }) : null,
    looks.length > 0 ? t("outlook.held", { held, looks: looks.length }) : t("outlook.unchecked"),
  ].filter((note) => note !== null);
}
