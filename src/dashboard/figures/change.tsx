import type { ReactNode } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { Change } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { Rival } from "#selection/keys/rival.ts";
import type { WhyDays, WhyFigure } from "#selection/keys/why.ts";
import type { Selection } from "#selection/selection.ts";
import { comparedAt, drillAt } from "../context/compared-at.ts";
import { Reselected } from "../context/reselected.tsx";
import { useView } from "../context/view-context.tsx";
import type { Compared, NotCompared } from "../data/use-comparison.ts";
import { QueryError } from "../panel/query-error.tsx";
import { OpenRecords } from "./figure.tsx";
import { WhyLink } from "./why-link.tsx";

/** The other side of a change: a selection, judged at an instant (ms UTC), or as known today for null. */
export type Against = Partial<Selection> & {
  asOf: number | null;
  /** Both sides cover the same days, so they have the same age. */
  isOfSameDays?: boolean;
};

export type ChangeValueProps = {
  change: Change;
  /** Drill-through of the figure. */
  drill: Drill;
  /** No colour: an increase is neither good nor bad. */
  isNeutral?: boolean;
  /** By default the page's comparison. */
  against?: Against;
  /** The figure to explain, where an explanation exists. */
  why?: WhyFigure | undefined;
  /** The days of the change, where they are a part of that comparison. */
  whyDays?: WhyDays;
  /** The filter value that is compared with, instead of a period. */
  whyRival?: Rival | undefined;
  /** The link to an explanation on the page itself. */
  whyLink?: ReactNode;
};

/**
 * A change with its sign: a count in percent, a rate in percentage points; a dash when absent. Links to the referrals
 * of the other side. Coloured only when significant.
 */
export function ChangeValue(props: ChangeValueProps): ReactNode {
  const { change, drill, isNeutral = false, against, why, whyDays, whyRival } = props;
  const i18n = useI18n();
  const { t, formats } = i18n;
  const view = useView();
  const { asOf, isOfSameDays, ...part } = against ?? {
    ...view.viewData.resolved.compared?.comparison,
    asOf: comparedAt(view),
  };
  if (change.kind === "absent") return <span>–</span>;
  const isCount = change.kind === "percent";
  const moved = isCount ? change.fraction : change.points;
  const before = isCount ? formats.count(change.from) : formats.percent(change.from);
  const selection = part.outcomes ? { outcomes: part.outcomes } : view.selection;
  // Judged as of today, figures that depend on age cannot be compared.
  const isFair = asOf !== null || isOfSameDays || drillAt(drill, selection, 0) === drill;
  const remark = changeRemark(change, i18n);
  return (
    <>
      <Reselected part={part}>
        <span className={isNeutral || !isFair ? undefined : COLOURS[directionOf(change)]}>
          <OpenRecords
            drill={drillAt(drill, selection, asOf)}
            count={isCount ? change.from : change.fromPart}
            about={t("change.before", { before })}
          >
            <data value={moved}>{changeText(change, i18n)}</data>
          </OpenRecords>
          {remark && (
            <span className="second" title={remark.title}>
              {" "}
              {remark.text}
            </span>
          )}
        </span>
      </Reselected>
      {moved !== 0 && props.whyLink}
      {why && moved !== 0 && (
        <WhyLink figure={why} drill={drill} selection={view.selection} days={whyDays} rival={whyRival} />
      )}
    </>
  );
}

const COLOURS = { up: "change--up", down: "change--down", unsure: undefined } as const;

/** Direction of a change; none if within chance, or uncertain for lack of dates. */
function directionOf(change: Exclude<Change, { kind: "absent" }>): keyof typeof COLOURS {
  const moved = change.kind === "percent" ? change.fraction : change.points;
  const { low, high } = change.doubt?.kind === "range" ? change.doubt : { low: moved, high: moved };
  const isChance = change.kind === "points" && change.isChance;
  if (isChance || change.doubt?.kind === "unproved") return "unsure";
  if (low > 0) return "up";
  return high < 0 ? "down" : "unsure";
}

/** The remark beside an uncertain change; null for a certain or zero one. */
export function changeRemark(change: Change, { t }: I18n): { text: string; title: string } | null {
  if (change.kind === "absent") return null;
  const { doubt } = change;
  if (doubt?.kind === "unproved") return { text: t("change.unproved"), title: t("change.unproved.title") };
  if (doubt?.kind === "range")
    return { text: t("change.undated", { count: doubt.undated }), title: t("change.undated.title") };
  if (change.kind === "percent" || !change.isChance || change.points === 0) return null;
  return { text: t("change.chance"), title: t("change.chance.title") };
}

/** "+8.4%", "−1.2 points", or both ends of a range. */
export function changeText(change: Change, { t, formats }: I18n): string {
  if (change.kind === "absent") return "–";
  const textOf = (moved: number) =>
    change.kind === "percent"
      ? formats.signedPercent(moved)
      : t("change.points", { points: formats.signed(moved) });
  const { doubt } = change;
  if (doubt?.kind === "range") return t("split.range", { low: textOf(doubt.low), high: textOf(doubt.high) });
  return textOf(change.kind === "percent" ? change.fraction : change.points);
}

/**
 * How a comparison is judged: at an instant (ms UTC), or as known today for null. Without acceptance dates, acceptance
 * is not.
 */
export function judgedText({ t, formats }: I18n, asOf: number | null, isAcceptanceUnproved = false): string {
  if (asOf === null) return t("change.asKnown");
  const judged = t("change.equalAge", { date: formats.day(dayOfInstant(asOf)) });
  return isAcceptanceUnproved ? `${judged} ${t("change.acceptanceUnproved")}` : judged;
}

type Noted =
  | (Pick<Compared, "kind" | "period" | "comparison" | "isCut" | "judged" | "asOf" | "undated"> &
      Partial<Pick<Compared, "isAcceptanceUnproved">>)
  | NotCompared;

/** Describes both periods, or why there is no comparison. */
export function ComparisonNote({ compared }: { compared: Noted }): ReactNode {
  const note = comparisonNote(compared, useI18n());
  // Reserves a line to avoid a layout shift.
  if (compared.kind === "pending") return <p className="panel__note panel__note--waiting" />;
  if (compared.kind === "error") return <QueryError state={compared} missing="change.failed" />;
  return note === null ? null : <p className="panel__note">{note}</p>;
}

/** Null when there is nothing to say, or while pending. */
export function comparisonNote(compared: Noted, i18n: I18n): string | null {
  const { t, formats } = i18n;
  if (compared.kind === "nothing-passed") return t("change.nothingPassed");
  if (compared.kind !== "compared" && compared.kind !== "no-data-before") return null;
  const { from, to } = compared.comparison;
  const comparison = formats.days(from, to);
  if (compared.kind === "no-data-before")
    return t("change.noData", { comparison, begins: formats.bucket(compared.begins, "month") });
  const period = formats.days(compared.period.from, compared.period.to);
  const ranges = t(compared.isCut ? "change.cut" : "change.ranges", { period, comparison });
  const judged = judgedText(
    i18n,
    compared.judged === "today" ? null : compared.asOf,
    compared.isAcceptanceUnproved,
  );
  const undated = compared.undated > 0 ? ` ${t("change.someUndated", { count: compared.undated })}` : "";
  return `${ranges} ${judged}${undated}`;
}
