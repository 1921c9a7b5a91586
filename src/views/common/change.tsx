import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Change } from "#referrals/rate.ts";
import type { Compared, NotCompared } from "./use-comparison.ts";

/** A change with its sign: a count in percent, a rate in percentage points; a dash where there is none. */
export function ChangeValue({ change }: { change: Change }): ReactNode {
  const { words, formats } = useI18n();
  if (change.kind === "absent") return <span>–</span>;
  const isCount = change.kind === "percent";
  const text = isCount
    ? formats.signedPercent(change.fraction)
    : words("change.points", { points: formats.signed(change.points) });
  const before = isCount ? formats.count(change.from) : formats.percent(change.from);
  return (
    <data value={isCount ? change.fraction : change.points} title={words("change.before", { before })}>
      {text}
    </data>
  );
}

/** Both ranges in words, or why nothing is compared. */
export function ComparisonNote({ compared }: { compared: Compared | NotCompared }): ReactNode {
  const { words, formats } = useI18n();
  // Keeps its line, so that nothing moves when the words come.
  if (compared.kind === "waiting") return <p className="panel__note panel__note--waiting" />;
  const note = () => {
    if (compared.kind === "off") return null;
    if (compared.kind === "nothing-passed") return words("change.nothingPassed");
    const { from, to } = compared.comparison;
    const comparison = formats.days(from, to);
    if (compared.kind === "no-data-before")
      return words("change.noData", { comparison, begins: formats.bucket(compared.begins, "month") });
    const period = formats.days(compared.period.from, compared.period.to);
    return words(compared.isCut ? "change.cut" : "change.ranges", { period, comparison });
  };
  const text = note();
  return text === null ? null : <p className="panel__note">{text}</p>;
}
