import { useMemo } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useInSlices } from "#dashboard/data/use-in-slices.ts";
import type { SelectedRecordsState } from "#dashboard/data/use-selected-records.ts";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { DAY_MS } from "#lib/calendar.ts";
import { currentData, type QueryState } from "#queries/query-state.ts";
import { forecastWins, type LookBack, lookBack, openRows, type WinForecast } from "#records/forecast-wins.ts";
import type { TableModel } from "#table/column.ts";

type Row = {
  key: "open" | "expected" | "low" | "high" | "beyond" | "left" | "base" | "limit";
  value: number;
};

export function outlookTable(outlook: Outlook, left: number | null, i18n: I18n): TableModel<Row> {
  const { t } = i18n;
  const { forecast, curve } = outlook;
  const make = figureColumns<Row>(i18n);
  const { size, limit } = curve.table;
  const figures: Partial<Record<Row["key"], number | null>> = {
    ...(forecast && {
      open: forecast.open,
      expected: forecast.expected,
      low: forecast.low,
      high: forecast.high,
      beyond: forecast.beyond,
    }),
    left,
    base: size,
    limit,
  };
  return {
    caption: t("outlook.title"),
    columns: [
      make.name({
        id: "figure",
        header: t("key.figure"),
        named: ({ key }) => ({ code: key, name: t(`outlook.row.${key}`) }),
      }),
      {
        id: "value",
        header: t("key.value"),
        kind: "number",
        value: ({ value }) => value,
        cell: ({ key, value }) =>
          key === "open" ? (
            <Figure value={value} drill={{ fate: "open" }} />
          ) : (
            <Decimal value={value} i18n={i18n} />
          ),
      },
    ],
    rows: (Object.keys(figures) as Row["key"][]).flatMap((key) => {
      const value = figures[key] ?? null;
      return value === null ? [] : [{ key, value }];
    }),
    rowKey: ({ key }) => key,
  };
}

/** The backtest: forecast and actual wins. */
export function looksTable(
  looks: readonly LookBack[],
  dataTime: number,
  nameOf: (market: string) => string,
  i18n: I18n,
): TableModel<LookBack> {
  const { t } = i18n;
  const make = figureColumns<LookBack>(i18n);
  const number = (id: "open" | "expected" | "low" | "high", value: (look: LookBack) => number) => ({
    id,
    header: t(`outlook.row.${id}`),
    kind: "number" as const,
    value,
    cell: (look: LookBack) => <Decimal value={value(look)} i18n={i18n} />,
  });
  return {
    caption: t("outlook.looks"),
    columns: [
      make.name({
        id: "market",
        header: t("markets.market"),
        named: ({ market }) => ({ code: market, name: nameOf(market) }),
      }),
      {
        id: "from",
        header: t("outlook.from"),
        kind: "date",
        value: ({ days }) => dataTime - days * DAY_MS,
        cell: ({ days }) => i18n.formats.dateTime(dataTime - days * DAY_MS),
      },
      number("open", ({ forecast }) => forecast.open),
      number("expected", ({ forecast }) => forecast.expected),
      number("low", ({ forecast }) => forecast.low),
      number("high", ({ forecast }) => forecast.high),
      { id: "happened", header: t("outlook.happened"), kind: "count", value: ({ happened }) => happened },
      make.text({
        id: "held",
        header: t("outlook.isHeld"),
        value: ({ held }) => t(held ? "outlook.yes" : "outlook.no"),
      }),
    ],
    rows: looks,
    rowKey: ({ market, days }) => `${market} ${days}`,
  };
}

/** Integers as they are, others with one decimal. */
function Decimal({ value, i18n: { formats } }: { value: number; i18n: I18n }) {
  return <data value={value}>{Number.isInteger(value) ? formats.count(value) : formats.decimal(value)}</data>;
}

/** The forecast for the open referrals of the page's period, with its backtest. */
export type Outlook = WinForecast & { looks: readonly LookBack[] };

/** Computes the forecast from the filtered records in idle time. */
export function useOutlook(records: SelectedRecordsState): QueryState<Outlook> {
  const { date, period } = useView().viewData.resolved;
  const { from, to } = period;
  const selected = currentData(records.state);
  const steps = useMemo(
    () =>
      selected &&
      function* (): Generator<undefined, Outlook> {
        const { table, rows, now } = selected;
        const of = openRows(table, rows, { field: date, from, to });
        yield;
        const won = forecastWins(table, rows, now, { of });
        return { ...won, looks: yield* lookBack(table, rows, now) };
      },
    [selected, date, from, to],
  );
  return useInSlices(steps, records.state);
}
