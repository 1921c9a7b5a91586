import type { ReactNode } from "react";
import { type Breakdown, TERM_OF_BREAKDOWN } from "#referrals/breakdown.ts";
import type { Terms } from "#referrals/terms.ts";
import { FilterMark } from "./filter-mark.tsx";

export type SeriesMarkProps = { by: Breakdown; value: string; name: string };

/** The name of a series, which restricts the page to it. */
export function SeriesMark({ by, value, name }: SeriesMarkProps): ReactNode {
  return (
    <FilterMark
      term={TERM_OF_BREAKDOWN[by]}
      value={value as Terms[keyof Terms][number]}
      name={name}
      className="plain-button"
    >
      {name}
    </FilterMark>
  );
}
