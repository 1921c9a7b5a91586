import type { ReactNode } from "react";
import type { I18n } from "#i18n/i18n.tsx";
import type { Day, Grain } from "#lib/calendar.ts";
import type { Change, Rate } from "#referrals/rate.ts";
import type { Unfinished } from "#referrals/trend-axis.ts";
import type { Drill } from "#selection/drill.ts";
import type { ValueColumn } from "#table/column.ts";
import { Bucket } from "#ui/value.tsx";
import { ChangeValue, type ChangeValueProps, changeRemark, changeText } from "./change.tsx";
import { Figure, RateFigure, ShareFigure } from "./figure.tsx";
import { bucketStatus } from "./trend-buckets.ts";

/** What a column is made from; other properties can be overridden. */
type Made<Row, Source> = Omit<ValueColumn<Row>, "kind" | "value"> & Source;
type Drilled<Row> = { drill: (row: Row) => Drill };

/** Columns for one type of row: rendered, sorted, exported, and linked to their referrals. */
export function figureColumns<Row>(i18n: I18n) {
  return { ...textColumns<Row>(i18n), ...numberColumns<Row>(i18n) };
}

function numberColumns<Row>(i18n: I18n) {
  type Column = ValueColumn<Row>;
  return {
    /** `absent` is shown for a pending count; a dash for null. */
    count: ({ absent, ...made }: Made<Row, CountSource<Row>>): Column => ({
      kind: "count",
      cell: (row) =>
        orDash(made.value(row), (count) => <Figure value={count} drill={made.drill(row)} />, absent),
      ...made,
    }),

    /** A rate with base, interval and a mark for small samples. */
    rate: ({ rate, ...made }: Made<Row, RateSource<Row>>): Column => ({
      kind: "share",
      value: (row) => rateValue(rate(row)),
      note: (row) => smallNote(rate(row), i18n),
      cell: (row) => <RateFigure rate={rate(row)} drill={made.drill(row)} />,
      ...made,
    }),

    /** A count or a rate, depending on the row. */
    figure: ({
      figure,
      ...made
    }: Made<Row, Drilled<Row> & { figure: (row: Row) => CountOrRate | null }>): Column => ({
      kind: (row) => (figure(row)?.kind === "rate" ? "share" : "count"),
      value: (row) => figureValue(figure(row)),
      note: (row) => figureNote(figure(row), i18n),
      cell: (row) =>
        orDash(figure(row), (one) =>
          one.kind === "rate" ? (
            <RateFigure rate={one.rate} drill={made.drill(row)} />
          ) : (
            <Figure value={one.count} drill={made.drill(row)} />
          ),
        ),
      ...made,
    }),

    /** A share of the row's total. */
    share: ({ rate, ...made }: Made<Row, Drilled<Row> & { rate: (row: Row) => Rate }>): Column => ({
      kind: "share",
      value: (row) => rateValue(rate(row)),
      cell: (row) => <ShareFigure rate={rate(row)} drill={made.drill(row)} />,
      ...made,
    }),

    change: ({ change, ...made }: Made<Row, { change: (row: Row) => ChangeValueProps | null }>): Column => ({
      kind: (row) => (change(row)?.change.kind === "points" ? "points" : "share"),
      value: (row) => movedBy(change(row)?.change),
      note: (row) => changeNote(change(row)?.change, i18n),
      cell: (row) => orDash(change(row), (props) => <ChangeValue {...props} />, null),
      ...made,
    }),
  };
}

function textColumns<Row>(i18n: I18n) {
  const { t, formats } = i18n;
  type Column = ValueColumn<Row>;
  return {
    text: (made: Made<Row, { value: (row: Row) => string | null }>): Column => ({ kind: "text", ...made }),

    /** A name with a machine-readable code. */
    name: ({ named, ...made }: Made<Row, { named: (row: Row) => NameAndCode }>): Column => ({
      kind: "text",
      value: (row) => named(row).name,
      code: (row) => named(row).code,
      cell: (row) => <data value={named(row).code}>{named(row).name}</data>,
      ...made,
    }),

    /** The bounds of a rate; empty for counts. */
    interval: ({ rate, ...made }: Made<Row, { rate: (row: Row) => Rate | null }>): Column => ({
      kind: "text",
      value: (row) => intervalText(rate(row), i18n),
      cell: (row) => rate(row) && (intervalText(rate(row), i18n) ?? "–"),
      cellProps: () => SECOND,
      ...made,
    }),

    /** A bucket by its first day. */
    bucket: ({ start, grain, ...made }: BucketColumn<Row>): Column => ({
      id: "bucket",
      header: t(`grain.${grain}`),
      kind: "date",
      value: (row) => Date.parse(start(row)),
      cell: (row) => <Bucket start={start(row)} name={formats.bucket(start(row), grain)} />,
      ...made,
    }),

    /** Whether a bucket is finished. */
    status: (unfinished: (row: Row) => Unfinished | null): Column => ({
      id: "status",
      header: t("trend.status"),
      className: "text",
      kind: "text",
      value: (row) => bucketStatus(unfinished(row), i18n),
      cellProps: () => SECOND,
    }),
  };
}

type RateSource<Row> = { rate: (row: Row) => Rate; drill: (row: Row) => Drill | null };
type CountSource<Row> = Drilled<Row> & { value: (row: Row) => number | null; absent?: ReactNode };
export type CountOrRate = { kind: "count"; count: number } | { kind: "rate"; rate: Rate };
type NameAndCode = { name: string; code: string };
type BucketColumn<Row> = Partial<Made<Row, unknown>> & { start: (row: Row) => Day; grain: Grain };

const SECOND = { className: "second" };

function orDash<T>(value: T | null, draw: (value: T) => ReactNode, dash: ReactNode = "–"): ReactNode {
  return value === null ? dash : draw(value);
}

function figureValue(figure: CountOrRate | null): number | null {
  return figure?.kind === "rate" ? rateValue(figure.rate) : (figure?.count ?? null);
}

function figureNote(figure: CountOrRate | null, i18n: I18n): string | null {
  return figure?.kind === "rate" ? smallNote(figure.rate, i18n) : null;
}

export function rateValue(rate: Rate): number | null {
  return rate.kind === "rate" ? rate.value : null;
}

/** A note for rates with a small base. */
export function smallNote(rate: Rate, { t }: I18n): string | null {
  return rate.kind === "rate" && rate.few ? t("key.few") : null;
}

/** The change as a value; null for a range or an uncertain change. */
function movedBy(change: Change | undefined): number | null {
  if (change === undefined || change.kind === "absent" || change.doubt) return null;
  return change.kind === "percent" ? change.fraction : change.points;
}

function changeNote(change: Change | undefined, i18n: I18n): string | null {
  if (change === undefined || change.kind === "absent") return null;
  const remark = changeRemark(change, i18n)?.text ?? null;
  return change.doubt ? `${changeText(change, i18n)} (${remark})` : remark;
}

/** "18.1% to 45.4%". */
function intervalText(rate: Rate | null, { t, formats }: I18n): string | null {
  if (rate?.kind !== "rate") return null;
  return t("split.range", { low: formats.percent(rate.low), high: formats.percent(rate.high) });
}

/** The header of a column per value: its name, with a machine-readable code. */
export function codeHead(code: string | number, name: string): { header: string; head: ReactNode } {
  return { header: name, head: <data value={code}>{name}</data> };
}
