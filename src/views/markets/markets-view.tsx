import type { ReactNode } from "react";
import { useAbsentColumns } from "#dashboard/context/source-limits.ts";
import { useMarketRank, useView } from "#dashboard/context/view-context.tsx";
import { ComparisonNote, comparisonNote } from "#dashboard/figures/change.tsx";
import {
  type MarketLook,
  type MarketPicture,
  marketColumns,
  marketTableModel,
} from "#dashboard/figures/market-columns.tsx";
import { AddressNotice } from "#dashboard/frame/address-notice.tsx";
import { Empty } from "#dashboard/panel/empty.tsx";
import { QueryError } from "#dashboard/panel/query-error.tsx";
import { AbsentNote, QueryPanel } from "#dashboard/panel/query-panel.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { SMALL_SAMPLE } from "#referrals/rate.ts";
import { useMarketTargets } from "#routine/targets/target-notes.ts";
import { MARKETS_KEYS } from "#selection/keys/markets.ts";
import { useKeys } from "#selection/use-selection.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { panelTable } from "#table/panel-table.tsx";
import { useMarketName } from "#ui/value.tsx";
import type { RankedMarket } from "./markets-view-model.ts";
import { RoutingPanel } from "./routing-panel.tsx";
import { useMarkets } from "./use-markets.ts";
import "./markets.css";
import { earlierColumns } from "#dashboard/figures/earlier-columns.tsx";
import { OpenRecords } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { DAY_MS } from "#lib/calendar.ts";
import type { Column, TableSort } from "#table/column.ts";

/** Markets: referrals, outcomes and routing. */
export function MarketsView(): ReactNode {
  const { keys, faults, change } = useKeys(MARKETS_KEYS);
  return (
    <>
      <AddressNotice faults={faults} />
      <RankedPanel sort={{ by: keys.sort, onSort: (sort) => change({ sort }) }} />
      <RoutingPanel />
    </>
  );
}

const FIGURES = [
  "market",
  "rank",
  "share",
  "acceptance",
  "win",
  "close",
  "times",
  "open",
  "overdue",
  "change",
] as const;

function RankedPanel({ sort }: { sort: TableSort }): ReactNode {
  const i18n = useI18n();
  const { t, formats } = i18n;
  const { basis, period } = useView().viewData.resolved;
  const absent = useAbsentColumns();
  const look = { nameOf: useMarketName(), rankOf: useMarketRank() };
  const { markets, rows: counts, compared, late, source } = useMarkets();
  const targets = useMarketTargets(counts);
  const model = (rows: readonly RankedMarket[], picture: { barPx: number } | null) => ({
    ...marketTableModel(
      rows,
      rankedColumns(rows, { picture, isCompared: compared.kind === "compared", targets }, look, i18n).filter(
        ({ id }) => !absent.ids.has(id.split(" ")[0] ?? ""),
      ),
      sort,
    ),
    caption: t("ranked.title"),
    isCaptionHidden: true,
    className: "ranked",
  });
  const note = comparisonNote(compared, i18n);
  const below = (
    <>
      {!absent.ids.has("days") && <p className="panel__note">{t("ranked.daysNote")}</p>}
      {absent.fields.length > 0 && <AbsentNote fields={absent.fields} />}
      <ComparisonNote compared={compared} />
      {late.map(
        ({ missing, state }) =>
          state.kind === "error" && <QueryError key={missing} state={state} missing={missing} />,
      )}
    </>
  );
  const isEmpty = markets.kind === "success" && markets.value.length === 0;
  const subtitle = { basis: t(`basis.${basis}`), period: formats.period(period.from, period.to) };
  return (
    <QueryPanel
      name="ranked"
      title={t("ranked.title")}
      subtitle={t("ranked.subtitle", subtitle)}
      state={markets}
      figures={FIGURES}
      source={source}
      chart={(rows) =>
        rows.length === 0 ? (
          <Empty />
        ) : (
          <>
            <ScrolledTable {...model(rows, { barPx: 64 })} />
            <Sentence rows={rows} />
          </>
        )
      }
      tables={(rows) => [panelTable(model(rows, null))]}
      below={!isEmpty && below}
      notes={[...(absent.ids.has("days") ? [] : [t("ranked.daysNote")]), ...(note === null ? [] : [note])]}
    />
  );
}

function Sentence({ rows }: { rows: readonly RankedMarket[] }): ReactNode {
  const { t, formats } = useI18n();
  const nameOf = useMarketName();
  const [first] = rows;
  if (first === undefined) return null;
  const all = rows.reduce((sum, { referrals }) => sum + referrals, 0);
  const named = {
    market: nameOf(first.market),
    count: formats.count(first.referrals),
    all: formats.count(all),
  };
  const rated = rows
    .flatMap(({ market, acceptance }) =>
      acceptance.kind === "rate" && acceptance.base >= SMALL_SAMPLE
        ? [{ market, value: acceptance.value }]
        : [],
    )
    .sort((a, b) => b.value - a.value);
  const [best, worst] = [rated[0], rated[rated.length - 1]];
  if (best === undefined || worst === undefined || best.value === worst.value)
    return <p className="panel__note">{t("ranked.first", named)}</p>;
  const extremes = {
    best: nameOf(best.market),
    bestRate: formats.percent(best.value),
    worst: nameOf(worst.market),
    worstRate: formats.percent(worst.value),
  };
  return <p className="panel__note">{t("ranked.best", { ...named, ...extremes })}</p>;
}

type RankedOptions = {
  picture: MarketPicture | null;
  isCompared: boolean;
  targets: ReturnType<typeof useMarketTargets>;
};

export function rankedColumns(
  rows: readonly RankedMarket[],
  { picture, isCompared, targets }: RankedOptions,
  look: MarketLook,
  i18n: I18n,
): Column<RankedMarket>[] {
  const { t } = i18n;
  const make = figureColumns<RankedMarket>(i18n);
  const of = marketColumns(i18n, look, rows, picture);
  const markets = ({ market }: RankedMarket) => ({ markets: [market] });
  return [
    of.market,
    of.referrals,
    make.change({
      id: "change",
      header: t("ranked.change"),
      change: (row) =>
        row.compared && { change: row.compared.referrals.change, drill: markets(row), why: "created" },
    }),
    of.share,
    of.acceptance,
    ...targetColumns("acceptance", targets, i18n),
    of.win,
    ...targetColumns("win", targets, i18n),
    make.rate({
      id: "close",
      header: t("ranked.close"),
      rate: ({ close }) => close,
      drill: (row) => ({ ...markets(row), outcomes: ["won"] }),
    }),
    ...targetColumns("close", targets, i18n),
    {
      id: "days",
      header: t("ranked.days"),
      kind: "number",
      value: daysOf,
      sortValue: ({ days }) => (days?.kind === "times" ? days.median : null),
      sortDescFirst: false,
      cell: (row) => {
        const value = daysOf(row);
        if (row.days?.kind !== "times" || value === null) return row.days && "–";
        return (
          <OpenRecords drill={{ ...markets(row), days: "created-accepted" }} count={row.days.count}>
            <data value={value}>{t("ranked.days.value", { days: value })}</data>
          </OpenRecords>
        );
      },
    },
    of.open,
    make.count({
      id: "overdue",
      header: t("ranked.overdue"),
      value: ({ overdue }) => overdue,
      drill: (row) => ({ ...markets(row), overdue: "answer" }),
      absent: null,
    }),
    ...of.trend,
    ...(isCompared && !picture ? comparedColumns(i18n) : []),
  ];
}

/** The distance of a rate to its target, where there is one. */
function targetColumns(
  figure: "acceptance" | "win" | "close",
  targets: RankedOptions["targets"],
  { t, formats }: I18n,
): Column<RankedMarket>[] {
  const notes = targets?.(figure);
  if (!notes) return [];
  const name = t(figure === "close" ? "ranked.close" : `markets.${figure}`);
  const pointsOf = ({ market }: RankedMarket) => notes.get(market)?.points ?? null;
  return [
    {
      id: `${figure} target`,
      header: t("targets.distanceOf", { figure: name }),
      className: "markets__distance",
      kind: "points",
      value: pointsOf,
      note: ({ market }) => notes.get(market)?.text ?? null,
      cell: (row) => {
        const points = pointsOf(row);
        const note = notes.get(row.market);
        if (points === null || !note) return "–";
        return (
          <span title={note.text} className={note.isMissed ? "markets__missed" : undefined}>
            {formats.signed(points)}
            <span className="visually-hidden"> {note.text}</span>
          </span>
        );
      },
    },
  ];
}

const COMPARED = [
  ["referrals", {}],
  ["acceptance", { reached: "accepted" }],
  ["win", { outcomes: ["won"] }],
] as const;

/** A market's figures in the comparison period by either way of judging, and the changes of its rates. */
function comparedColumns(i18n: I18n): Column<RankedMarket>[] {
  const { t } = i18n;
  const make = figureColumns<RankedMarket>(i18n);
  return COMPARED.flatMap(([key, drill]) => {
    const figure = t(`markets.${key}`);
    const drillOf = ({ market }: RankedMarket) => ({ markets: [market], ...drill });
    const change = make.change({
      id: `${key} change`,
      header: t("ranked.changeOf", { figure }),
      change: (row) =>
        row.compared && {
          change: row.compared[key].change,
          drill: drillOf(row),
          why: key === "referrals" ? "created" : key,
        },
    });
    return [
      ...earlierColumns<RankedMarket>(
        {
          id: key,
          header: (judged) => t("ranked.before", { figure, judged }),
          figures: ({ compared }) => compared?.[key].by ?? null,
          drill: drillOf,
        },
        i18n,
      ),
      ...(key === "referrals" ? [] : [change]),
    ];
  });
}

/** The median, to a tenth of a day. */
function daysOf({ days }: RankedMarket): number | null {
  return days?.kind === "times" ? Math.round((days.median / DAY_MS) * 10) / 10 : null;
}
