import type { ReactNode } from "react";
import { usePressed } from "#dashboard/context/use-pressed.ts";
import { useView } from "#dashboard/context/view-context.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import { DIMENSIONS, type Dimension } from "#referrals/dimensions.ts";
import type { FilterKey, Filters } from "#referrals/filters.ts";
import type { Period } from "#referrals/period.ts";
import type { Drill } from "#selection/drill.ts";
import { Market } from "#ui/value.tsx";

export type ToggleMarkProps = {
  isChosen: boolean;
  /** For the tooltip. */
  name: string;
  className?: string;
  onToggle: () => void;
  children: ReactNode;
};

/** A toggle that filters the page by a value. */
export function ToggleMark(props: ToggleMarkProps): ReactNode {
  const { isChosen, name, className = "link", onToggle, children } = props;
  const { t } = useI18n();
  const [isPressed, press] = usePressed(useView().selection, onToggle);
  return (
    <button
      type="button"
      className={className}
      aria-pressed={isChosen !== isPressed}
      title={t(isChosen ? "filter.release" : "filter.only", { name })}
      onClick={press}
    >
      {children}
    </button>
  );
}

export type FilterMarkProps<K extends FilterKey> = Omit<ToggleMarkProps, "isChosen" | "onToggle"> & {
  filterKey: K;
  value: Filters[K][number];
};

/** A toggle for one filter value. */
export function FilterMark<K extends FilterKey>({
  filterKey,
  value,
  ...mark
}: FilterMarkProps<K>): ReactNode {
  const { selection } = useView();
  const toggle = useToggleFilter();
  const isChosen = isOnly(selection[filterKey], value);
  return <ToggleMark {...mark} isChosen={isChosen} onToggle={() => toggle(filterKey, value)} />;
}

/** A customer market as a filter toggle. */
export function marketMark(market: string, name: string, className?: string): ReactNode {
  return (
    <FilterMark filterKey="markets" value={market} name={name} {...(className && { className })}>
      <Market code={market} />
    </FilterMark>
  );
}

export function useToggleFilter(): <Term extends keyof Filters>(
  filterKey: Term,
  value: Filters[Term][number],
) => void {
  const { selection, change } = useView();
  return (filterKey, value) => change({ [filterKey]: isOnly(selection[filterKey], value) ? [] : [value] });
}

function isOnly(chosen: readonly string[], value: string): boolean {
  return chosen.length === 1 && chosen[0] === value;
}

type SeriesMarkProps = { by: Dimension; value: string; name: string };

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

/** A part of a trend: one series, the others, or all. */
export type DrillTarget = { kind: "series"; key: string } | { kind: "other" } | { kind: "all" };

/**
 * The drill-through of a part of a trend: in a bucket, or in the whole period for null. `named` are the keys of its
 * series.
 */
export function partDrill(
  part: DrillTarget,
  days: Period | null,
  named: readonly string[],
  by: Dimension,
): Drill {
  const within = days ? { within: days } : {};
  if (part.kind === "all") return within;
  if (part.kind === "series") return { ...within, [DIMENSIONS[by].filter]: [part.key] };
  return { ...within, [DIMENSIONS[by].exclude]: named };
}
