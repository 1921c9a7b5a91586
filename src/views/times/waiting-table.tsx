import { outcomeColour } from "#dashboard/context/outcome-colour.ts";
import { CustomerLink } from "#dashboard/figures/customer-link.tsx";
import { figureColumns } from "#dashboard/figures/figure-columns.tsx";
import { marketMark } from "#dashboard/figures/filter-mark.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import type { Drill } from "#selection/drill.ts";
import type { TableModel } from "#table/column.ts";
import { Duration, roundTime } from "./duration.tsx";
import type { WaitingReferral } from "./overdue.ts";

type WaitingTableProps = {
  caption?: string;
  rows: readonly WaitingReferral[];
  /** The limit that the time left refers to. */
  limitMs: number;
  drill: Drill;
  nameOf: (market: string) => string;
};

/** Unanswered referrals, most urgent first: customer, market, created, and time left. */
export function waitingTable(props: WaitingTableProps, i18n: I18n): TableModel<WaitingReferral> {
  const { caption, rows, limitMs, drill, nameOf } = props;
  const { t, formats } = i18n;
  const make = figureColumns<WaitingReferral>(i18n);
  return {
    caption,
    className: "times__waiting",
    columns: [
      make.text({
        id: "customer",
        header: t("times.overdue.name"),
        value: ({ name }) => name || t("times.overdue.noName"),
        cell: ({ id, name }) => <CustomerLink id={id} name={name} drill={drill} />,
      }),
      make.name({
        id: "market",
        header: t("times.overdue.market"),
        className: "text",
        named: ({ market }) => ({ code: market, name: nameOf(market) }),
        cell: ({ market }) => marketMark(market, nameOf(market), "plain-button"),
      }),
      make.name({
        id: "outcome",
        header: t("times.overdue.outcome"),
        className: "text times__status",
        named: ({ outcome }) => ({ code: outcome, name: t(`outcome.${outcome}`) }),
        cell: ({ outcome }) => (
          <>
            <span className="swatch" style={{ background: outcomeColour(outcome) }} />{" "}
            <data value={outcome}>{t(`outcome.${outcome}`)}</data>
          </>
        ),
      }),
      {
        id: "age",
        header: t("times.overdue.age"),
        kind: "duration",
        value: ({ ageMs }) => ageMs,
        cell: ({ createdAt, ageMs }) => (
          <time dateTime={new Date(createdAt).toISOString()} title={formats.dateTime(createdAt)}>
            <Duration ms={ageMs} />
          </time>
        ),
      },
      {
        id: "left",
        header: t("times.overdue.untilExpiry", { limit: roundTime(limitMs, i18n) }),
        kind: "duration",
        value: ({ leftMs }) => leftMs,
        cell: ({ leftMs }) => left(leftMs, i18n),
      },
    ],
    rows,
    rowKey: ({ row }) => String(row),
  };
}

/** Time left until a limit, or past it. */
function left(ms: number, { t, formats }: I18n) {
  const time = formats.duration(Math.abs(ms));
  return (
    <data value={ms} data-unit="ms" className={ms < 0 ? "times__over" : undefined}>
      {t(ms < 0 ? "times.overdue.over" : "times.overdue.left", { time })}
    </data>
  );
}
