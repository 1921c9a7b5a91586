import type { ReactNode } from "react";
import { drillAt } from "#dashboard/context/compared-at.ts";
import { Reselected } from "#dashboard/context/reselected.tsx";
import { type Against, ChangeValue } from "#dashboard/figures/change.tsx";
import { Figure, RateFigure } from "#dashboard/figures/figure.tsx";
import { useI18n } from "#i18n/i18n.tsx";
import type { Rival } from "#selection/keys/rival.ts";
import type { Selection } from "#selection/selection.ts";
import { RateStrip } from "./rate-strip.tsx";
import { isNeutral, type Side, type Versus, type VersusRow } from "./versus-model.ts";

export type VersusChartProps = {
  rows: readonly VersusRow[];
  versus: Versus;
  /** Names of both sides. */
  names: Record<"a" | "b", string>;
};

const SIDES = ["a", "b"] as const;

/** Two selections on a common scale, figure below figure, with the changes. */
export function VersusChart({ rows, versus, names }: VersusChartProps): ReactNode {
  const { t } = useI18n();
  const scale = Math.max(1, ...rows.flatMap((row) => (row.kind === "count" ? [row.a, row.b] : [])));
  return (
    <>
      <ul className="versus__legend">
        {SIDES.map((side) => (
          <li key={side}>
            <span className={`swatch versus__swatch--${side}`} /> {names[side]}
          </li>
        ))}
      </ul>
      <dl className="versus">
        {rows.map((row) => (
          <div key={row.key} className="versus__row">
            <dt>{t(`versus.${row.key}`)}</dt>
            {SIDES.map((side) => (
              <dd key={side} className={`versus__side versus__side--${side}`}>
                <SideMark row={row} side={side} scale={scale} />
                <SideFigure row={row} side={side} of={versus[side]} />
              </dd>
            ))}
            <dd className="versus__change">
              <ChangeValue
                change={row.change}
                drill={row.drill}
                against={againstOf(versus)}
                isNeutral={isNeutral(row)}
                why={row.key}
                whyRival={rivalOf(versus)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type SideMarkProps = { row: VersusRow; side: "a" | "b"; scale: number };

function SideMark({ row, side, scale }: SideMarkProps): ReactNode {
  if (row.kind === "rate") return <RateStrip rate={row[side]} of={{ kind: "absent" }} />;
  return (
    <span className="versus__track" aria-hidden="true">
      <span className="versus__bar" style={{ inlineSize: `${(row[side] / scale) * 100}%` }} />
    </span>
  );
}

type SideFigureProps = { row: VersusRow; side: "a" | "b" | "other"; of: Side };

/** A figure of one side, linked to its referrals. */
export function SideFigure({ row, side, of }: SideFigureProps): ReactNode {
  const drill = drillAt(row.drill, of.filters, of.asOf);
  return (
    <Reselected part={selectionOf(of)}>
      {row.kind === "count" ? (
        <Figure value={row[side]} drill={drill} />
      ) : (
        <RateFigure rate={row[side]} drill={drill} />
      )}
    </Reselected>
  );
}

function selectionOf({ period, filters }: Side): Partial<Selection> {
  return { ...period, ...filters };
}

export function rivalOf(versus: Versus): Rival | undefined {
  return versus.kind === "rival" ? versus.rival : undefined;
}

/** The other side of a change. */
export function againstOf({ kind, b }: Versus): Against {
  return { ...selectionOf(b), asOf: b.asOf, isOfSameDays: kind === "rival" };
}
