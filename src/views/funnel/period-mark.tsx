import type { ReactNode } from "react";
import { useView } from "#dashboard/context/view-context.tsx";
import { ToggleMark, type ToggleMarkProps } from "#dashboard/figures/filter-mark.tsx";
import type { DateBasis } from "#referrals/date-basis.ts";
import type { Period } from "#referrals/period.ts";

export type PeriodMarkProps = Omit<ToggleMarkProps, "isChosen" | "onToggle"> & {
  period: Period;
  /** If not the page's own date basis. */
  basis?: DateBasis;
};

/** A toggle that sets the page's period to a bucket. */
export function PeriodMark({ period, basis, ...mark }: PeriodMarkProps): ReactNode {
  const { selection, viewData, change } = useView();
  const date = basis ?? selection.basis;
  const { from, to } = viewData.resolved.period;
  const isChosen =
    selection.from !== null && selection.basis === date && from === period.from && to === period.to;
  const toggle = () => change(isChosen ? { from: null, to: null } : { ...period, basis: date });
  return <ToggleMark {...mark} isChosen={isChosen} onToggle={toggle} />;
}
