import { type ReactNode, useState } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { valueCounts } from "#queries/dataset-summary.ts";
import { mapData } from "#queries/query-state.ts";
import { useGrouped } from "#queries/use-grouped.ts";
import { DEAL_TEXTS } from "#referrals/deal-fields.ts";
import { FIELD_OF_FILTER } from "#referrals/dimensions.ts";
import type { Filters } from "#referrals/filters.ts";
import { compareOrgSizes } from "#referrals/org-size.ts";
import { OUTCOMES, type Outcome } from "#referrals/outcome.ts";
import type { DealValues } from "#selection/deal-values.ts";
import type { Selection } from "#selection/selection.ts";
import { PopoverButton } from "#ui/popover-button.tsx";
import { Count, useMarketName } from "#ui/value.tsx";
import { dealTextName } from "../context/deal-names.ts";
import { useSizeName } from "../context/series-look.ts";
import { dealChoices } from "../context/source-limits.ts";

type MoreFiltersProps = {
  selection: Selection;
  data: AppConfig["data"];
  onChange: (part: Partial<Filters & Pick<Selection, "deal">>) => void;
};

/** The less frequent filters: partner market, organisation size, outcome. */
export function MoreFilters(props: MoreFiltersProps): ReactNode {
  const { t } = useI18n();
  const { partners, sizes, outcomes } = props.selection;
  const count = partners.length + sizes.length + outcomes.length + dealValueCount(props.selection);
  return (
    <PopoverButton
      label={t("control.more")}
      value={t("control.more.value", { count })}
      content={() => <FilterFields {...props} />}
    />
  );
}

function FilterFields({ selection, data, onChange }: MoreFiltersProps): ReactNode {
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
      <DealFilters deal={selection.deal} data={data} onChange={(deal) => onChange({ deal })} />
    </div>
  );
}

/** How many values of what only some sources tell restrict the page. */
export function dealValueCount({ deal }: Pick<Selection, "deal">): number {
  return Object.values(deal).reduce((sum, values) => sum + values.length, 0);
}

type DealFiltersProps = Pick<MoreFiltersProps, "data"> & {
  deal: DealValues;
  onChange: (deal: DealValues) => void;
};

/** The filters of what only this source tells. */
function DealFilters({ deal, data, onChange }: DealFiltersProps): ReactNode {
  const i18n = useI18n();
  return DEAL_TEXTS.map((field) => {
    const choices = dealChoices(data, field);
    if (choices === null) return null;
    const options = choices.map(({ value, count }) => ({
      key: value,
      name: dealTextName(field, value, i18n),
      count,
    }));
    return (
      <FilterGroup key={field} title={i18n.t(`list.column.${field}`)}>
        <FilterChoice
          options={options}
          chosen={deal[field] ?? []}
          onChange={(values) => onChange({ ...deal, [field]: values })}
        />
      </FilterGroup>
    );
  });
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

/** All values in the data by count, plus chosen ones that it lacks. */
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

type MarketControlProps = {
  /** All markets of the data, most referrals first. */
  markets: readonly { code: string; count: number }[];
  chosen: readonly string[];
  isLocked: boolean;
  onChange: (codes: readonly string[]) => void;
};

/** The customer market filter. */
export function MarketControl({ markets, chosen, isLocked, onChange }: MarketControlProps): ReactNode {
  const { t } = useI18n();
  const nameOf = useMarketName();
  const value = useMarketsText(chosen);
  const options = withChosen(markets, chosen).map(({ code, count }) => ({
    key: code,
    name: nameOf(code),
    count,
  }));
  return (
    <PopoverButton
      label={t("control.markets")}
      locked={isLocked ? t("control.locked") : undefined}
      value={value}
      content={() => (
        <>
          <p className="option__head">{t("control.markets.counts")}</p>
          <FilterChoice options={options} chosen={chosen} onChange={onChange} />
        </>
      )}
    />
  );
}

export function useMarketsText(chosen: readonly string[]): string {
  const { t } = useI18n();
  const nameOf = useMarketName();
  const [only] = chosen;
  if (only === undefined) return t("control.markets.all");
  return chosen.length === 1 ? nameOf(only) : t("control.markets.some", { count: chosen.length });
}

/** Adds chosen markets that the data lacks. */
function withChosen(
  markets: MarketControlProps["markets"],
  chosen: readonly string[],
): MarketControlProps["markets"] {
  const absent = chosen.filter((code) => !markets.some((market) => market.code === code));
  return [...absent.map((code) => ({ code, count: 0 })), ...markets];
}

type FilterOption = { key: string; name: string; count: number | null };

type FilterChoiceProps = {
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (keys: readonly string[]) => void;
};

/** More than there are countries; longer lists need the search. */
const MAX_SHOWN = 300;

/** Longer lists get a search field. */
const MIN_TO_SEARCH = 9;

/** A multi-select: several values are "or", none means all. */
function FilterChoice({ options, chosen, onChange }: FilterChoiceProps): ReactNode {
  const { t } = useI18n();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const matches = options.filter(
    ({ key, name }) =>
      wanted === "" || key.toLowerCase() === wanted || name.toLocaleLowerCase().includes(wanted),
  );
  const toggle = (key: string) =>
    onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].sort());
  return (
    <>
      {options.length >= MIN_TO_SEARCH && (
        <input
          className="input"
          type="search"
          aria-label={t("control.search")}
          placeholder={t("control.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul className="options">
        {matches.slice(0, MAX_SHOWN).map(({ key, name, count }) => (
          <li key={key}>
            <label className="option">
              <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
              <span>{name}</span>
              {count !== null && (
                <span className="option__count">
                  <Count value={count} />
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {matches.length > MAX_SHOWN && (
        <p className="panel__note">{t("control.further", { count: matches.length - MAX_SHOWN })}</p>
      )}
      {matches.length === 0 && <p className="panel__note">{t("control.none")}</p>}
      {chosen.length > 0 && (
        <button type="button" className="link" onClick={() => onChange([])}>
          {t("control.all")}
        </button>
      )}
    </>
  );
}
