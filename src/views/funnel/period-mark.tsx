import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Period } from "#referrals/period.ts";
import { useView } from "../common/view-context.tsx";

export type PeriodMarkProps = {
  period: Period;
  /** Of the bucket, for the tooltip. */
  name: string;
  className?: string;
  children: ReactNode;
};

/** A mark or a name that restricts the page to the days of a bucket; pressed again it takes that back. */
export function PeriodMark({ period, name, className = "link", children }: PeriodMarkProps): ReactNode {
  const { words } = useI18n();
  const { selection, basis, change } = useView();
  const { from, to } = basis.scope.period;
  const isChosen = selection.from !== null && from === period.from && to === period.to;
  return (
    <button
      type="button"
      className={className}
      aria-pressed={isChosen}
      title={words(isChosen ? "filter.release" : "filter.only", { name })}
      onClick={() => change(isChosen ? { from: null, to: null } : period)}
    >
      {children}
    </button>
  );
}
