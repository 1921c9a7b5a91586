import { lazy, type ReactNode, Suspense, useEffect, useId, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { OpenDayRange, ReferralColumn, Where } from "#selection/keys/referrals.ts";
import { Popover } from "#ui/popover.tsx";
import type { ColumnFilterOption } from "./filter-options.ts";
import { daysText } from "./list-filter-sentences.ts";

const field = () => import("#ui/day-field.tsx");
const DayField = lazy(async () => ({ default: (await field()).DayField }));

export type ColumnFilterProps = {
  column: ReferralColumn;
  name: string;
  where: Where;
  options: readonly ColumnFilterOption[];
  tabIndex: 0 | -1;
  onChange: (where: Where, isTyping: boolean) => void;
};

/** A filter for one column: text, one of its values, or days. */
export function ColumnFilter(props: ColumnFilterProps): ReactNode {
  const { column, name, where, options, tabIndex, onChange } = props;
  const { t } = useI18n();
  const label = t("list.filter", { column: name });
  const set = (value: Where[ReferralColumn] | null, isTyping = false) => {
    const { [column]: _, ...others } = where;
    onChange(value === null ? others : { ...others, [column]: value }, isTyping);
  };
  if (column === "customer" || column === "id") {
    const value = where[column] ?? "";
    return (
      <TypedInput
        label={label}
        placeholder={t("list.filter.text")}
        value={value}
        tabIndex={tabIndex}
        onChange={(text) => set(text || null, true)}
      />
    );
  }
  if (
    column === "created" ||
    column === "acknowledged" ||
    column === "accepted" ||
    column === "closed" ||
    column === "expectedClose" ||
    column === "updated"
  )
    return <DaysFilter label={label} days={where[column]} tabIndex={tabIndex} onChange={set} />;
  return (
    <select
      className="grid__control"
      aria-label={label}
      tabIndex={tabIndex}
      // Prefixed, because "" may be a value.
      value={where[column] === undefined ? "" : `=${where[column]}`}
      onChange={({ currentTarget }) => {
        const chosen = options.find(({ value }) => `=${value}` === currentTarget.value);
        set(chosen ? chosen.value : null);
      }}
    >
      <option value="">{t("list.filter.all")}</option>
      {options.map(({ value, name: option }) => (
        <option key={value} value={`=${value}`}>
          {option}
        </option>
      ))}
    </select>
  );
}

export type TypedInputProps = {
  label: string;
  placeholder: string;
  value: string;
  tabIndex?: 0 | -1;
  className?: string;
  onChange: (text: string) => void;
};

/** Debounce of typing, in ms. */
const REST_MS = 120;

/** A debounced text field. */
export function TypedInput(props: TypedInputProps): ReactNode {
  const { label, placeholder, value, tabIndex = 0, className = "grid__control", onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      onChange(typed);
      setTyped(null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <input
      className={className}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      tabIndex={tabIndex}
      maxLength={200}
      value={typed ?? value}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  );
}

type DaysFilterProps = {
  label: string;
  days: OpenDayRange | undefined;
  tabIndex: 0 | -1;
  onChange: (days: OpenDayRange | null) => void;
};

/** From and to day, both included and optional, in a popover below the column. */
function DaysFilter({ label, days, tabIndex, onChange }: DaysFilterProps): ReactNode {
  const { t, formats } = useI18n();
  const id = useId();
  const { from, to } = days ?? NO_DAYS;
  const change = (range: OpenDayRange) => onChange(range.from === "" && range.to === "" ? null : range);
  const value = days ? daysText(days, formats) : t("list.filter.days");
  return (
    <>
      <button
        type="button"
        className="grid__control"
        popoverTarget={id}
        aria-label={`${label}: ${value}`}
        tabIndex={tabIndex}
      >
        {value}
      </button>
      <Popover
        id={id}
        label={label}
        className="grid__days"
        content={() => (
          <>
            <Suspense fallback={<div className="grid__typed-days" />}>
              <DayField
                label={t("control.period.from")}
                value={from || null}
                onChange={(day) => change({ from: day ?? "", to })}
                {...BOUNDS}
              />
              <DayField
                label={t("control.period.to")}
                value={to || null}
                onChange={(day) => change({ from, to: day ?? "" })}
                {...BOUNDS}
              />
            </Suspense>
            <button type="button" className="link" onClick={() => onChange(null)}>
              {t("list.filter.clear")}
            </button>
          </>
        )}
      />
    </>
  );
}

const NO_DAYS: OpenDayRange = { from: "", to: "" };
const BOUNDS = { first: "0001-01-01", last: "9999-12-31" };
