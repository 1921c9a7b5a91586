import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import { Figure } from "#dashboard/figures/figure.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { FilterMark, partDrill } from "#dashboard/figures/filter-mark.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import { SMALL_SAMPLE } from "#referrals/rate.ts";
import type { Time } from "#referrals/times.ts";
import type { Drill } from "#selection/drill.ts";
import type { TableModel, TableSort } from "#table/column.ts";
import { ScrolledTable } from "#table/data-table.tsx";
import { answerDrill } from "./answered-panel.tsx";
import { countOf, drillOfTime, quantileColumn, roundTime } from "./duration.tsx";
import { FIRST_PARTS, type PartTimes, type SegmentTimes } from "./times-view-model.ts";

type PartsTableProps = {
  bySegment: SegmentTimes;
  by: Dimension;
  time: Time;
  limitMs: number;
  look: SeriesLook;
  sort: TableSort;
  /** A row per part, without Other. */
  showsAll: boolean;
};

type Row = PartTimes & { drill: Drill; isOther: boolean };

/** Response times by dimension, sortable; names are filter toggles. */
export function partsTable(props: PartsTableProps, i18n: I18n): TableModel<Row> {
  const { bySegment, by, time, limitMs, sort, showsAll } = props;
  const { t } = i18n;
  const make = figureColumns<Row>(i18n);
  const named = bySegment.first.map(({ key }) => key);
  const rowOf = (part: PartTimes): Row => ({
    ...part,
    drill: partDrill({ kind: "series", key: part.key }, null, named, by),
    isOther: false,
  });
  const other = showsAll ? null : bySegment.other;
  const source = {
    summary: ({ summary }: Row) => summary,
    time: () => time,
    drill: ({ drill }: Row) => drill,
  };
  return {
    className: "times__parts",
    columns: [
      nameColumn(props, i18n),
      make.count({
        id: "referrals",
        header: t("times.referrals"),
        value: ({ referrals }) => referrals,
        drill: ({ drill }) => drill,
      }),
      make.count({
        id: "base",
        header: t("times.base"),
        className: "times__base",
        value: ({ summary }) => countOf(summary),
        sortValue: ({ summary }) => (summary.kind === "absent" ? null : summary.count),
        note: ({ summary }) => (isSmall(countOf(summary)) ? t("key.few") : null),
        drill: ({ drill }) => ({ ...drill, ...drillOfTime(time) }),
        cell: ({ summary, drill }) => (
          <>
            <Figure value={countOf(summary)} drill={{ ...drill, ...drillOfTime(time) }} />
            {isSmall(countOf(summary)) && <span className="few"> {t("key.few")}</span>}
          </>
        ),
      }),
      quantileColumn("median", source, i18n),
      quantileColumn("p75", source, i18n),
      quantileColumn("p90", source, i18n),
      make.rate({
        id: "share",
        header: t("times.parts.share", { limit: roundTime(limitMs, i18n) }),
        className: "times__share",
        rate: ({ inTime }) => inTime,
        drill: ({ drill }) => ({ ...drill, ...answerDrill(limitMs, "in-time") }),
      }),
    ],
    rows: (showsAll ? [...bySegment.first, ...bySegment.members] : bySegment.first).map(rowOf),
    bottomRows: other
      ? [{ ...other, drill: partDrill({ kind: "other" }, null, named, by), isOther: true }]
      : [],
    rowKey: ({ key, isOther }) => (isOther ? "other" : `part ${key}`),
    sort,
  };
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALL_SAMPLE;
}

function nameColumn({ by, look, bySegment }: PartsTableProps, i18n: I18n) {
  const { t } = i18n;
  const others = t("times.parts.other", { count: bySegment.members.length });
  return figureColumns<Row>(i18n).name({
    id: "name",
    header: t(`times.parts.name.${by}`),
    named: ({ key, isOther }) =>
      isOther ? { code: "other", name: others } : { code: key, name: look.nameOf(key) },
    cell: ({ key, isOther }) =>
      isOther ? (
        <data value="other">{others}</data>
      ) : (
        <FilterMark
          filterKey={DIMENSIONS[by].filter}
          value={key}
          name={look.nameOf(key)}
          className="plain-button"
        >
          <span className="swatch" style={{ background: look.colourOf(key) }} />{" "}
          <data value={key}>{look.nameOf(key)}</data>
        </FilterMark>
      ),
  });
}

type PartsPictureProps = PartsTableProps & { onShowAll: (all: boolean) => void };

/** The largest parts and an expandable Other, with the quickest and slowest as text. */
export function PartsPicture({ onShowAll, ...props }: PartsPictureProps): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { bySegment, showsAll } = props;
  const count = bySegment.first.length + bySegment.members.length;
  const sentence = useSentence(props);
  return (
    <>
      <ScrolledTable {...partsTable(props, i18n)} />
      {sentence && <p className="panel__note">{sentence}</p>}
      {bySegment.members.length > 0 && (
        <button type="button" className="link panel__more" onClick={() => onShowAll(!showsAll)}>
          {showsAll
            ? t("times.parts.showFirst", { count: FIRST_PARTS })
            : t("times.parts.showAll", { count })}
        </button>
      )}
    </>
  );
}

/** Compares only parts with enough referrals, and only if two differ. */
function useSentence({ bySegment, look }: PartsTableProps): string | null {
  const { t, formats } = useI18n();
  const medians = [...bySegment.first, ...bySegment.members]
    .flatMap(medianOf)
    .sort((a, b) => a.median - b.median);
  const [low, high] = [medians[0], medians.at(-1)];
  if (low === undefined || high === undefined || low.median === high.median) return null;
  return t("times.parts.sentence", {
    best: look.nameOf(low.key),
    low: formats.duration(low.median),
    worst: look.nameOf(high.key),
    high: formats.duration(high.median),
  });
}

function medianOf({ key, summary }: PartTimes): { key: string; median: number }[] {
  if (summary.kind === "absent" || summary.count < SMALL_SAMPLE) return [];
  return [{ key, median: summary.median }];
}
