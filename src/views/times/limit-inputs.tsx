import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import { MAX_DAYS, MAX_HOURS } from "#selection/keys/times.ts";

export type LimitInputsProps = {
  hours: number;
  days: number;
  onChange: (part: { hours?: number; days?: number }) => void;
};

/** Inputs of both limits; invalid numbers are ignored. */
export function LimitInputs({ hours, days, onChange }: LimitInputsProps): ReactNode {
  const { t } = useI18n();
  return (
    <fieldset className="times__limits">
      <legend className="visually-hidden">{t("times.answered.limits")}</legend>
      <LimitInput
        label={t("times.answered.hoursLabel")}
        unit={t("times.answered.hours")}
        value={hours}
        most={MAX_HOURS}
        onChange={(value) => onChange({ hours: value })}
      />
      <LimitInput
        label={t("times.answered.daysLabel")}
        unit={t("times.answered.days")}
        value={days}
        most={MAX_DAYS}
        onChange={(value) => onChange({ days: value })}
      />
    </fieldset>
  );
}

type LimitInputProps = {
  label: string;
  unit: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
};

function LimitInput({ label, unit, value, most, onChange }: LimitInputProps): ReactNode {
  return (
    <span className="times__limit-input">
      <input
        // Remounts when the address changes other than by typing.
        key={value}
        className="input"
        type="number"
        aria-label={label}
        min={1}
        max={most}
        step="any"
        required
        defaultValue={value}
        onBlur={({ currentTarget }) => commit(currentTarget, value, onChange)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && commit(currentTarget, value, onChange)}
      />
      <span aria-hidden="true">{unit}</span>
    </span>
  );
}

function commit(input: HTMLInputElement, before: number, onChange: (value: number) => void): void {
  const value = input.valueAsNumber;
  if (input.validity.valid && value !== before) onChange(value);
  if (!input.validity.valid) input.value = String(before);
}
