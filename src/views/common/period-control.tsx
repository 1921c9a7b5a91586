import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Day } from "#lib/calendar.ts";
import type { Period } from "#referrals/period.ts";
import { PopoverButton } from "#ui/popover-button.tsx";

export type PeriodPreset = { key: string; name: string; period: Period | null };

export type PeriodControlProps = {
  period: Period;
  presets: readonly PeriodPreset[];
  /** Null asks for the default period. */
  onChange: (period: Period | null) => void;
};

/** The period in words on a button; behind it presets, and both days to set. */
export function PeriodControl({ period, presets, onChange }: PeriodControlProps): ReactNode {
  const { words, formats } = useI18n();
  return (
    <PopoverButton
      label={words("control.period")}
      value={formats.period(period.from, period.to)}
      content={(close) => {
        const choose = (chosen: Period | null) => {
          onChange(chosen);
          close();
        };
        return (
          <>
            <ul className="presets">
              {presets.map((preset) => (
                <li key={preset.key}>
                  <button type="button" className="button" onClick={() => choose(preset.period)}>
                    {preset.name}
                  </button>
                </li>
              ))}
            </ul>
            <PeriodForm period={period} onChange={choose} />
          </>
        );
      }}
    />
  );
}

type PeriodFormProps = { period: Period; onChange: (period: Period) => void };

function PeriodForm({ period, onChange }: PeriodFormProps): ReactNode {
  const { words } = useI18n();
  const [from, setFrom] = useState<Day>(period.from);
  const [to, setTo] = useState<Day>(period.to);
  const isBackwards = from !== "" && to !== "" && from > to;
  return (
    <form
      className="period-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards) onChange({ from, to });
      }}
    >
      <DayField label={words("control.period.from")} value={from} onChange={setFrom} />
      <DayField label={words("control.period.to")} value={to} onChange={setTo} />
      <button type="submit" className="button button--primary">
        {words("control.period.apply")}
      </button>
      <p className="panel__note" role="status">
        {words(isBackwards ? "control.period.order" : "control.period.utc")}
      </p>
    </form>
  );
}

type DayFieldProps = { label: string; value: Day; onChange: (day: Day) => void };

function DayField({ label, value, onChange }: DayFieldProps): ReactNode {
  return (
    <label className="field">
      {label}
      <input
        className="input"
        type="date"
        required
        min="1900-01-01"
        max="2199-12-31"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
