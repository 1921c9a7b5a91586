import type { ReactNode } from "react";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import { dayOfInstant } from "#lib/calendar.ts";
import type { Change } from "#referrals/rate.ts";
import type { Drill } from "#selection/drill.ts";
import type { WhyFigure } from "#selection/keys/why.ts";
import type { Selection } from "#selection/selection.ts";
import { comparedAt, drillAt } from "../context/compared-at.ts";
import { Reselected } from "../context/reselected.tsx";
import { useView } from "../context/view-context.tsx";
import type { Compared, NotCompared } from "../data/use-comparison.ts";
import { QueryError } from "../panel/query-error.tsx";
import { OpenRecords } from "./figure.tsx";
import { WhyLink } from "./why-link.tsx";

export type ChangeValueProps = {
  change: Change;
  /** What the figure that changed opens. */
  drill: Drill;
  /** More of it is neither better nor worse. */
  isNeutral?: boolean;
  /**
   * The selection that it is measured against, judged at `asOf` (ms UTC; null is as known today); without it the period
   * that the page compares with.
   */
  against?: Partial<Selection> & { asOf: number | null };
  /** The figure, where the change against the page's comparison can be explained. */
  why?: WhyFigure | undefined;
};

/**
 * A change with its sign: a count in percent, a rate in percentage points; a dash where there is none. It opens the
 * referrals that it is measured against.
 */
export function ChangeValue(props: ChangeValueProps): ReactNode {
  const { change, drill, isNeutral = false, against, why } = props;
  const { t, formats } = useI18n();
  const changeText = useChangeText();
  const view = useView();
  const { asOf, ...part } = against ?? {
    ...view.viewData.resolved.compared?.comparison,
    asOf: comparedAt(view),
  };
  if (change.kind === "absent") return <span>–</span>;
  const isCount = change.kind === "percent";
  const moved = isCount ? change.fraction : change.points;
  const before = isCount ? formats.count(change.from) : formats.percent(change.from);
  const isChance = !isCount && change.isChance && moved !== 0;
  // As known today, what depends on age is no fair comparison.
  const own = drillAt(drill, view.selection, 0) === drill;
  const isUnfair = against === undefined && view.selection.judged === "today" && !own;
  const isPlain = isNeutral || isChance || isUnfair || moved === 0;
  return (
    <Reselected part={part}>
      <span className={isPlain ? undefined : moved > 0 ? "change--up" : "change--down"}>
        <OpenRecords
          drill={drillAt(drill, part.outcomes ? { outcomes: part.outcomes } : view.selection, asOf)}
          count={isCount ? change.from : change.fromPart}
          about={t("change.before", { before })}
        >
          <data value={moved}>{changeText(change)}</data>
        </OpenRecords>
        {isChance && (
          <span className="second" title={t("change.chance.title")}>
            {" "}
            {t("change.chance")}
          </span>
        )}
      </span>
      {why && moved !== 0 && <WhyLink figure={why} drill={drill} selection={view.selection} />}
    </Reselected>
  );
}

/** "+8.4%", "−1.2 points". */
export function useChangeText(): (change: Change) => string {
  const { t, formats } = useI18n();
  return (change) => {
    if (change.kind === "absent") return "–";
    if (change.kind === "percent") return formats.signedPercent(change.fraction);
    return t("change.points", { points: formats.signed(change.points) });
  };
}

/** How the other side of a comparison was judged: as it stood at an instant (ms UTC), for null as known today. */
export function judgedText({ t, formats }: I18n, asOf: number | null): string {
  if (asOf === null) return t("change.asKnown");
  return t("change.equalAge", { date: formats.day(dayOfInstant(asOf)) });
}

/** Both ranges in words, or why nothing is compared. */
export function ComparisonNote({ compared }: { compared: Compared | NotCompared }): ReactNode {
  const note = comparisonNote(compared, useI18n());
  // Keeps its line, so that nothing moves when the words come.
  if (compared.kind === "pending") return <p className="panel__note panel__note--waiting" />;
  if (compared.kind === "error") return <QueryError state={compared} missing="change.failed" />;
  return note === null ? null : <p className="panel__note">{note}</p>;
}

/** Null where there is nothing to say, or nobody knows yet. */
export function comparisonNote(compared: Compared | NotCompared, i18n: I18n): string | null {
  const { t, formats } = i18n;
  if (compared.kind === "nothing-passed") return t("change.nothingPassed");
  if (compared.kind !== "compared" && compared.kind !== "no-data-before") return null;
  const { from, to } = compared.comparison;
  const comparison = formats.days(from, to);
  if (compared.kind === "no-data-before")
    return t("change.noData", { comparison, begins: formats.bucket(compared.begins, "month") });
  const period = formats.days(compared.period.from, compared.period.to);
  const ranges = t(compared.isCut ? "change.cut" : "change.ranges", { period, comparison });
  return `${ranges} ${judgedText(i18n, compared.judged === "today" ? null : compared.asOf)}`;
}
