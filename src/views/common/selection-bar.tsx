import type { ReactNode } from "react";
import { useI18n } from "#i18n/i18n.tsx";
import type { Grain } from "#lib/calendar.ts";
import { endOfMonth } from "#lib/calendar.ts";
import type { Extent } from "#queries/extent.ts";
import { BREAKDOWNS, type Breakdown } from "#referrals/breakdown.ts";
import { autoGrain } from "#referrals/grain.ts";
import { type Period, type Preset, presetPeriod } from "#referrals/period.ts";
import type { Selection } from "#selection/selection.ts";
import { useMarketName } from "#ui/value.tsx";
import { MarketControl } from "./market-control.tsx";
import { PeriodControl, type PeriodPreset } from "./period-control.tsx";
import { grainsFor, type Scope } from "./scope.ts";

export type SelectionBarProps = {
  selection: Selection;
  scope: Scope;
  extent: Extent;
  onChange: (part: Partial<Selection>) => void;
};

/** What the reader looks at, each part a control; it is kept in the address. */
export function SelectionBar({ selection, scope, extent, onChange }: SelectionBarProps): ReactNode {
  const { words } = useI18n();
  const nameOf = useMarketName();
  return (
    <search className="selection" aria-label={words("control.selection")}>
      <PeriodControl
        period={scope.period}
        presets={usePresets(extent)}
        onChange={(period) => onChange({ from: period?.from ?? null, to: period?.to ?? null })}
      />
      <MarketControl
        markets={extent.markets}
        chosen={selection.markets}
        onChange={(markets) => onChange({ markets })}
      />
      <GrainControl scope={scope} onChange={(grain) => onChange({ grain })} />
      <BreakdownControl by={selection.by} onChange={(by) => onChange({ by })} />
      {selection.markets.map((code) => (
        <button
          key={code}
          type="button"
          className="chip"
          aria-label={words("control.markets.remove", { market: nameOf(code) })}
          onClick={() => onChange({ markets: selection.markets.filter((one) => one !== code) })}
        >
          {nameOf(code)} <span aria-hidden="true">×</span>
        </button>
      ))}
      {selection.markets.length > 1 && (
        <button type="button" className="link" onClick={() => onChange({ markets: [] })}>
          {words("control.clearAll")}
        </button>
      )}
    </search>
  );
}

type GrainControlProps = { scope: Scope; onChange: (grain: Grain | null) => void };

function GrainControl({ scope, onChange }: GrainControlProps): ReactNode {
  const { words } = useI18n();
  const grains = grainsFor(scope.period);
  const automatic = words(`grain.${autoGrain(scope.period)}`);
  return (
    <select
      className="select"
      aria-label={words("control.grain")}
      value={scope.isAutoGrain ? "" : scope.grain}
      onChange={({ currentTarget }) =>
        onChange(grains.find((grain) => grain === currentTarget.value) ?? null)
      }
    >
      <option value="">{words("control.grain.auto", { grain: automatic })}</option>
      {grains.map((grain) => (
        <option key={grain} value={grain}>
          {words(`grain.${grain}`)}
        </option>
      ))}
    </select>
  );
}

type BreakdownControlProps = { by: Breakdown; onChange: (by: Breakdown) => void };

function BreakdownControl({ by, onChange }: BreakdownControlProps): ReactNode {
  const { words } = useI18n();
  return (
    <select
      className="select"
      aria-label={words("control.by")}
      value={by}
      onChange={({ currentTarget }) =>
        onChange(BREAKDOWNS.find((one) => one === currentTarget.value) ?? "market")
      }
    >
      {BREAKDOWNS.map((one) => (
        <option key={one} value={one}>
          {words(`by.${one}`)}
        </option>
      ))}
    </select>
  );
}

const MONTHS = [1, 3, 6, 12] as const;

function usePresets({ months }: Extent): PeriodPreset[] {
  const { words } = useI18n();
  if (!months) return [];
  const all: Period = { from: months.first, to: endOfMonth(months.last) };
  const named = (key: string, name: string, preset: Preset): PeriodPreset => ({
    key,
    name,
    period: presetPeriod(preset, months.last, all),
  });
  return [
    ...MONTHS.map((count) =>
      count === 12
        ? { key: "12", name: words("control.period.months", { months: 12 }), period: null }
        : named(String(count), words("control.period.months", { months: count }), {
            kind: "months",
            months: count,
          }),
    ),
    named("year", words("control.period.year"), { kind: "year" }),
    named("all", words("control.period.all"), { kind: "all" }),
  ];
}
