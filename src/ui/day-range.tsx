import "./day-range.css";
import { parseDate } from "@internationalized/date";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { I18nProvider } from "react-aria-components/I18nProvider";
import {
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
  RangeCalendar,
} from "react-aria-components/RangeCalendar";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";

/** React Aria has no zh-Hant; other Chinese tags would give simplified texts. */
const TRADITIONAL_CHINESE = "zh-TW";

type Policies = {
  createPolicy: (name: string, rules: { createHTML: (text: string) => string | null }) => unknown;
};

// React Aria clears its live announcer by `innerHTML = ""`: this policy allows the empty string only.
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });

// React Aria would inject a style element, which the policy blocks, unless an element with this id exists;
// day-field.css has the rule.
const style = document.createElement("meta");
style.id = "react-aria-pressable-style";
document.head.append(style);

/** The locale for date components below it. */
export function DateLocale({ children }: { children: ReactNode }): ReactNode {
  const { locale } = useI18n();
  return (
    <I18nProvider locale={locale.startsWith("zh") ? TRADITIONAL_CHINESE : locale}>{children}</I18nProvider>
  );
}

export type DayRangeProps = {
  label: string;
  range: { from: Day; to: Day } | null;
  onChange: (range: { from: Day; to: Day }) => void;
  /** A day of the visible month. */
  shown: Day;
  onShow: (day: Day) => void;
  first: Day;
  last: Day;
};

/** A calendar month for choosing a range of days. */
export function DayRange({ label, range, onChange, shown, onShow, first, last }: DayRangeProps): ReactNode {
  return (
    <DateLocale>
      <RangeCalendar
        className="day-range"
        aria-label={label}
        value={range && { start: parseDate(range.from), end: parseDate(range.to) }}
        onChange={({ start, end }) => onChange({ from: start.toString(), to: end.toString() })}
        minValue={parseDate(first)}
        maxValue={parseDate(last)}
        focusedValue={parseDate(shown)}
        onFocusChange={(day) => onShow(day.toString())}
      >
        <DayRangeHead />
        <CalendarGrid className="day-range__days" weekdayStyle="short">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className="day-range__weekday">{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell className="day-range__day" date={date} />}
          </CalendarGridBody>
        </CalendarGrid>
      </RangeCalendar>
    </DateLocale>
  );
}

/** Previous and next month, and a choice of any month. */
function DayRangeHead(): ReactNode {
  return (
    <header className="day-range__head">
      <Button slot="previous" className="button day-range__step">
        ‹
      </Button>
      <CalendarMonthPicker format="long">{(picker) => <Picker {...picker} />}</CalendarMonthPicker>
      <CalendarYearPicker>{(picker) => <Picker {...picker} />}</CalendarYearPicker>
      <Button slot="next" className="button day-range__step">
        ›
      </Button>
    </header>
  );
}

type PickerProps = {
  "aria-label": string;
  value: string | number;
  onChange: (key: string | number | null) => void;
  items: readonly { id: number; formatted: string }[];
};

function Picker({ "aria-label": label, value, onChange, items }: PickerProps): ReactNode {
  return (
    <select
      className="select"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
    >
      {items.map(({ id, formatted }) => (
        <option key={id} value={id}>
          {formatted}
        </option>
      ))}
    </select>
  );
}
