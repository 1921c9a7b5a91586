import type { ReactNode } from "react";
import { useSizeName } from "#dashboard/context/series-look.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { mapData } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { valueCounts } from "#queries/value-counts.ts";
import { FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { Selection } from "#selection/selection.ts";
import { PopoverButton } from "#ui/popover-button.tsx";
import { useMarketName } from "#ui/value.tsx";
import { FilterChoice, type FilterOption } from "./filter-choice.tsx";

export type MoreFiltersProps = {
  selection: Selection;
  onChange: (part: Partial<Filters>) => void;
};

/** The filters that are chosen less often: partner market, organisation size, outcome. */
export function MoreFilters(props: MoreFiltersProps): ReactNode {
  const { t } = useI18n();
  const { partners, sizes, outcomes } = props.selection;
  const count = partners.length + sizes.length + outcomes.length;
  return (
    <PopoverButton
      label={t("control.more")}
      value={t("control.more.value", { count })}
      content={() => <FilterFields {...props} />}
    />
  );
}

function FilterFields({ selection, onChange }: MoreFiltersProps): ReactNode {
  const { t } = useI18n();
  const marketName = useMarketName();
  const sizeName = useSizeName();
  const partners = useOptions("partners", selection.partners, marketName);
  const sizes = useOptions("sizes", selection.sizes, sizeName);
  const outcomes = OUTCOMES.map((key) => ({ key, name: t(`outcome.${key}`), count: null }));
  const byOutcome = (keys: readonly string[]) => {
    const chosen: readonly Outcome[] = OUTCOMES.filter((outcome) => keys.includes(outcome));
    onChange({ outcomes: chosen });
  };
  const { lock } = selection;
  return (
    <div className="filters">
      {!lock.includes("outcome") && (
        <FilterGroup title={t("control.outcomes")} isOpen>
          <FilterChoice options={outcomes} chosen={selection.outcomes} onChange={byOutcome} />
        </FilterGroup>
      )}
      {!lock.includes("partner") && (
        <FilterGroup title={t("control.partners")}>
          <FilterChoice
            options={partners}
            chosen={selection.partners}
            onChange={(keys) => onChange({ partners: keys })}
          />
        </FilterGroup>
      )}
      {!lock.includes("size") && (
        <FilterGroup title={t("control.sizes")}>
          <FilterChoice
            options={sizes.toSorted((a, b) => compareOrgSizes(a.key, b.key))}
            chosen={selection.sizes}
            onChange={(keys) => onChange({ sizes: keys })}
          />
        </FilterGroup>
      )}
    </div>
  );
}

type FilterGroupProps = { title: string; isOpen?: boolean; children: ReactNode };

function FilterGroup({ title, isOpen = false, children }: FilterGroupProps): ReactNode {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** All values that the data holds, and the chosen ones although it does not; by count. */
function useOptions(
  filterKey: keyof typeof FIELD_OF_FILTER,
  chosen: readonly string[],
  nameOf: (key: string) => string,
): FilterOption[] {
  const query = { filter: null, groupBy: [FIELD_OF_FILTER[filterKey]] as const, level: "month" as const };
  const state = mapData(useGrouped(query), ({ cube }) => valueCounts(cube, filterKey));
  const counts = state.kind === "success" ? state.value : [];
  const absent = chosen.filter((key) => !counts.some((one) => one.key === key));
  return [...absent.map((key) => ({ key, count: 0 })), ...counts].map((one) => ({
    ...one,
    name: nameOf(one.key),
  }));
}
