import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { DateBasis } from "#referrals/date-basis.ts";
import type { Period } from "#referrals/period.ts";

export type PeriodMarkProps = {
  period: Period;
  /** Of the bucket, for the tooltip. */
  name: string;
  /** Where the bucket is not of the page's own date. */
  basis?: DateBasis;
  className?: string;
  children: ReactNode;
};

/** A name that restricts the page to the days of a bucket; pressed again it takes that back. */
export function PeriodMark(props: PeriodMarkProps): ReactNode {
  const { period, name, basis, className = "link", children } = props;
  const { t } = useI18n();
  const { isChosen, toggle } = usePeriodToggle(basis);
  const chosen = isChosen(period);
  return (
    <button
      type="button"
      className={className}
      aria-pressed={chosen}
      title={t(chosen ? "filter.release" : "filter.only", { name })}
      onClick={() => toggle(period)}
    >
      {children}
    </button>
  );
}

export type PeriodToggle = { isChosen: (period: Period) => boolean; toggle: (period: Period) => void };

/** Restricts the page to some days of a date, or takes that back. */
export function usePeriodToggle(wanted?: DateBasis): PeriodToggle {
  const { selection, viewData, change } = useView();
  const date = wanted ?? selection.basis;
  const { from, to } = viewData.resolved.period;
  const isChosen = (period: Period) =>
    selection.from !== null && selection.basis === date && from === period.from && to === period.to;
  const toggle = (period: Period) =>
    change(isChosen(period) ? { from: null, to: null } : { ...period, basis: date });
  return { isChosen, toggle };
}
