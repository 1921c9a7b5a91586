import type { ReactNode } from "react";
import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import type { FilterKey, Filters } from "#referrals/filters.ts";
import { FilterMark } from "./filter-mark.tsx";

export type SeriesMarkProps = { by: Dimension; value: string; name: string };

/** A series name as a filter toggle. */
export function SeriesMark({ by, value, name }: SeriesMarkProps): ReactNode {
  return (
    <FilterMark
      filterKey={DIMENSIONS[by].filter}
      value={value as Filters[FilterKey][number]}
      name={name}
      className="plain-button"
    >
      {name}
    </FilterMark>
  );
}
