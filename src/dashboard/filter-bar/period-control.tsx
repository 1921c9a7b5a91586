import { lazy, type ReactNode, Suspense, useState } from "react";
import type { AppConfig } from "#config/app-config.ts";
import { useI18n } from "#i18n/i18n.tsx";
import { endOfMonth } from "#lib/calendar.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import type { DatasetSummary } from "#queries/dataset-summary.ts";
import { JUDGED } from "#referrals/comparison.ts";
import type { DateBasis } from "#referrals/date-basis.ts";
import { defaultPeriod, type Period, type Preset, presetPeriod } from "#referrals/period.ts";
import type { Selection } from "#selection/selection.ts";
import { Choice } from "#ui/choice.tsx";
import { PopoverButton } from "#ui/popover-button.tsx";
import { DateChoices } from "../context/date-choices.tsx";

const form = () => import("./period-form.tsx");
const PeriodForm = lazy(async () => ({ default: (await form()).PeriodForm }));

type PeriodControlProps = {
  period: Period;
  summary: DatasetSummary;
  data: AppConfig["data"];
  selection: Selection;
  onChange: (part: Partial<Selection>) => void;
};

/** A button with the period; its popover has presets, both days, the date basis and the comparison. */
export function PeriodControl(props: PeriodControlProps): ReactNode {
  const { t } = useI18n();
  const { period, selection, onChange } = props;
  const value = usePeriodText(period, selection.basis);
  return (
    <PopoverButton
      label={t("control.period")}
      locked={selection.lock.includes("period") ? t("control.locked") : undefined}
      value={value}
      content={(close) => {
        const choose = (chosen: Period | null) => {
          onChange({ from: chosen?.from ?? null, to: chosen?.to ?? null });
          close();
        };
        return (
          <div className="period">
            <Presets summary={props.summary} chosen={period} onChange={choose} />
            <Suspense fallback={<div className="period-form" />}>
              <PeriodForm period={period} onChange={choose} />
            </Suspense>
            <div className="period-more">
              <DateChoices data={props.data} selection={selection} onChange={onChange} />
              {selection.compare !== "none" && (
                <Choice
                  label={t("control.judged")}
                  value={selection.judged}
                  options={JUDGED.map((key) => ({ key, name: t(`control.judged.${key}`) }))}
                  onChange={(chosen) => onChange({ judged: chosen })}
                />
              )}
            </div>
          </div>
        );
      }}
    />
  );
}

/** The period, and the date basis unless it is the default. */
export function usePeriodText(period: Period, dateBasis: DateBasis): string {
  const { t, formats } = useI18n();
  const days = formats.period(period.from, period.to);
  if (dateBasis === "created") return days;
  return t("control.period.by", { period: days, basis: t(`basis.${dateBasis}`) });
}

type PresetsProps = { summary: DatasetSummary; chosen: Period; onChange: (period: Period | null) => void };

function Presets({ summary, chosen, onChange }: PresetsProps): ReactNode {
  const { t, formats } = useI18n();
  const [fiscalStart, setFiscalStart] = useFiscalStart();
  const presets = presetsOf(summary, fiscalStart);
  const nameOf = (key: PresetKey) => {
    if (key === "1" || key === "3" || key === "6" || key === "12")
      return t("control.period.months", { months: Number(key) });
    return t(`control.period.${key}`);
  };
  const usual = defaultPeriod(summary.months?.last ?? chosen.to);
  const isChosen = ({ from, to } = usual) => from === chosen.from && to === chosen.to;
  const months = Array.from({ length: 12 }, (_, at) => String(at + 1));
  return (
    <div className="period__presets">
      <ul className="presets">
        {presets.map(({ key, period }: NamedPreset) => (
          <li key={key}>
            <button
              type="button"
              className="button"
              aria-pressed={isChosen(period ?? undefined)}
              onClick={() => onChange(period)}
            >
              {nameOf(key)}
            </button>
          </li>
        ))}
      </ul>
      <Choice
        label={t("control.period.fiscalStart")}
        value={String(fiscalStart)}
        options={months.map((key) => ({ key, name: formats.monthName(Number(key)) }))}
        onChange={(month) => setFiscalStart(Number(month))}
      />
    </div>
  );
}

const STORED = "fiscal-year-start";
/** July, as in Microsoft's fiscal year. */
const USUAL = 7;

/** First month of the fiscal year, from 1; stored in this browser. */
function useFiscalStart(): [number, (month: number) => void] {
  const [month, setMonth] = useState(() => monthOf(readStored(STORED)));
  return [
    month,
    (chosen) => {
      setMonth(chosen);
      writeStored(STORED, String(chosen));
    },
  ];
}

function monthOf(text: string | null): number {
  const month = Number(text);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : USUAL;
}

/** A preset by key with its period; null is the default period. */
type NamedPreset = { key: PresetKey; period: Period | null };

const PRESETS = {
  "1": { kind: "months", months: 1 },
  "3": { kind: "months", months: 3 },
  "6": { kind: "months", months: 6 },
  quarter: { kind: "quarter" },
  year: { kind: "year" },
  all: { kind: "all" },
} as const satisfies Record<string, Preset>;

type PresetKey = keyof typeof PRESETS | "12" | "fiscal";

const ORDER: readonly PresetKey[] = ["1", "3", "6", "12", "quarter", "year", "fiscal", "all"];

/**
 * All presets relative to the newest month of the data; twelve months are the default. `fiscalStart` is a month from 1.
 */
export function presetsOf({ months }: DatasetSummary, fiscalStart: number): NamedPreset[] {
  if (!months) return [];
  const all: Period = { from: months.first, to: endOfMonth(months.last) };
  const periodOf = (key: PresetKey): Period | null => {
    if (key === "12") return null;
    const preset: Preset = key === "fiscal" ? { kind: "fiscal-year", startMonth: fiscalStart } : PRESETS[key];
    return presetPeriod(preset, months.last, all);
  };
  return ORDER.map((key) => ({ key, period: periodOf(key) }));
}
