import type { CSSProperties, ReactNode } from "react";
import { type CountOrRate, figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { FilterMark } from "#dashboard/figures/filter-mark.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { rateOf } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { Column, TableModel, ValueColumn } from "#table/column.ts";
import { drillOfPart, effectText, type Why, type WhyLook, type WhyPart } from "./why-model.ts";

/** A part, the volume, the sum of undrawn rows, or the whole change. */
type Row =
  | { kind: "part"; part: WhyPart; sum: number }
  | { kind: "volume" | "others" | "change"; sum: number };

const SPLIT = ["mix", "rate"] as const;

/** Rows beside the text; the full table has all. */
const MAX_DRAWN = 8;

const partOf = (row: Row) => (row.kind === "part" ? row.part : null);

/** The parts of a change, largest first, and their sum; `isDrawn`: with bars and fewer columns. */
export function whyTable(why: Why, look: WhyLook, i18n: I18n, isDrawn: boolean): TableModel<Row> {
  const { t } = i18n;
  const { parts, volume, change, figure, isRate } = why;
  const make = figureColumns<Row>(i18n);
  const part = (part: WhyPart): Row => ({ kind: "part", part, sum: part.sum });
  const all = [...parts.map(part), ...(volume === 0 ? [] : [{ kind: "volume" as const, sum: volume }])];
  const rows = withOthers(
    all.toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum)),
    isDrawn ? MAX_DRAWN : all.length,
  );
  const figureOf = (row: Row, side: "before" | "after"): CountOrRate | null => {
    const one = partOf(row)?.[side];
    if (one === undefined) return null;
    return isRate ? { kind: "rate", rate: rateOf(one.part, one.base) } : { kind: "count", count: one.part };
  };
  const drill = (row: Row) => (row.kind === "part" ? drillOfPart(why, row.part, look.by) : why.drill);
  const effect = (id: "sum" | "mix" | "rate", value: (row: Row) => number | null): ValueColumn<Row> => ({
    id,
    header: t(`why.${id}`),
    kind: isRate ? "points" : "number",
    value: (row) => inUnit(value(row), isRate),
    cell: (row) => <Effect value={value(row)} why={why} i18n={i18n} />,
    className: id === "sum" ? undefined : "why__detail",
  });
  const drawBefore = (figure: CountOrRate | null, drill: Drill) =>
    figure ? look.drawBefore(figure, drill) : "–";
  const isSplit = figure !== "created";
  return {
    caption: t(look.rival === null ? "why.title" : "why.title.rival"),
    isCaptionHidden: true,
    columns: [
      make.name({
        id: "part",
        header: t("split.part"),
        named: (row) => ({ code: partOf(row)?.key ?? row.kind, name: nameOf(row, look, i18n) }),
        cell: (row) => <Name row={row} look={look} i18n={i18n} />,
      }),
      ...(isDrawn ? [barColumn(t("why.sum"), largest(rows))] : []),
      effect("sum", ({ sum }) => sum),
      ...(isSplit ? SPLIT.map((kind) => effect(kind, (row) => partOf(row)?.[kind] ?? null)) : []),
      make.figure({
        id: "before",
        header: look.rival ?? t("why.before"),
        figure: (row) => figureOf(row, "before"),
        drill,
        cell: (row) => drawBefore(figureOf(row, "before"), drill(row)),
      }),
      make.figure({
        id: "after",
        header: t(look.rival === null ? "why.after" : "why.after.rival"),
        figure: (row) => figureOf(row, "after"),
        drill,
      }),
    ],
    rows,
    bottomRows: [{ kind: "change", sum: change }],
    rowKey: (row) => (row.kind === "part" ? `part ${row.part.key}` : row.kind),
    rowClass: ({ kind }) => (kind === "change" ? "why__total" : undefined),
  };
}

function barColumn(header: string, most: number): Column<Row> {
  return {
    id: "bar",
    header,
    head: <span className="visually-hidden">{header}</span>,
    className: "why__bars",
    cell: ({ sum }) => <Bar share={sum / most} />,
  };
}

/** The first rows, and the sum of the others. */
function withOthers(rows: readonly Row[], limit: number): readonly Row[] {
  const others = rows.slice(limit);
  if (others.length < 2) return rows;
  return [...rows.slice(0, limit), { kind: "others", sum: others.reduce((sum, row) => sum + row.sum, 0) }];
}

function largest(rows: readonly Row[]): number {
  return Math.max(...rows.map(({ sum }) => Math.abs(sum))) || 1;
}

function inUnit(value: number | null, isRate: boolean): number | null {
  return value !== null && isRate ? value * 100 : value;
}

type EffectProps = { value: number | null; why: Why; i18n: I18n };

function Effect({ value, why, i18n }: EffectProps): ReactNode {
  if (value === null) return "–";
  return <data value={inUnit(value, why.isRate) ?? 0}>{effectText(why, value, i18n)}</data>;
}

function nameOf(row: Row, look: WhyLook, { t }: I18n): string {
  if (row.kind === "change" && look.rival !== null) return t("why.difference");
  if (row.kind !== "part") return t(`why.${row.kind}`);
  return row.part.key === null ? t("why.pool") : look.nameOf(row.part.key);
}

type NameProps = { row: Row; look: WhyLook; i18n: I18n };

function Name({ row, look, i18n }: NameProps): ReactNode {
  const name = nameOf(row, look, i18n);
  const key = partOf(row)?.key ?? null;
  if (key === null) return name;
  return (
    <FilterMark filterKey={DIMENSIONS[look.by].filter} value={key} name={name} className="plain-button">
      <data value={key}>{name}</data>
    </FilterMark>
  );
}

/** A bar from the middle towards its sign; the longest reaches the edge. */
function Bar({ share }: { share: number }): ReactNode {
  const style = { "--share": Math.abs(share) } as CSSProperties;
  return (
    <span className={share < 0 ? "why__bar why__bar--less" : "why__bar"} aria-hidden="true" style={style} />
  );
}
