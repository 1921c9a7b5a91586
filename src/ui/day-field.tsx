import { parseDate } from "@internationalized/date";
import type { ReactNode } from "react";
import { DateField, DateInput, DateSegment } from "react-aria-components/DateField";
import { Label } from "react-aria-components/Label";
import type { Day } from "#lib/calendar.ts";
import { DateLocale } from "./day-range.tsx";
import "./day-field.css";

export type DayFieldProps = {
  label: string;
  /** Null while incomplete. */
  value: Day | null;
  onChange: (day: Day | null) => void;
  first: Day;
  last: Day;
};

/** A date input in the page's language; a native one uses the browser's language. */
export function DayField({ label, value, onChange, first, last }: DayFieldProps): ReactNode {
  return (
    <DateLocale>
      <DateField
        className="field"
        value={value === null ? null : parseDate(value)}
        onChange={(day) => onChange(day?.toString() ?? null)}
        minValue={parseDate(first)}
        maxValue={parseDate(last)}
        shouldForceLeadingZeros
      >
        <Label>{label}</Label>
        <DateInput className="input day-field">
          {(segment) => <DateSegment className="day-field__part" segment={segment} />}
        </DateInput>
      </DateField>
    </DateLocale>
  );
}
