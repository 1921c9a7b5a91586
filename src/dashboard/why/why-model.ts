import type { ReactNode } from "react";
import type { SeriesLook } from "#dashboard/context/series-look.ts";
import type { CountOrRate } from "#dashboard/figures/figure-columns.tsx";
import type { I18n } from "#i18n/i18n.tsx";
import { type OutcomeCountRow, valueKey } from "#queries/outcome-counts.ts";
import { DIMENSIONS } from "#referrals/dimensions.ts";
import { countOfOutcome, type Funnel, funnelsBy } from "#referrals/funnel.ts";
import type { Drill } from "#selection/drill.ts";
import type { TimesFigure } from "#selection/keys/times.ts";
import type { WhyDimension, WhyFigure } from "#selection/keys/why.ts";
import {
  type ComparedCell,
  type Contribution,
  decomposeCount,
  decomposeRate,
  poolSmall,
} from "#statistics/decomposition.ts";
import { isWithinChance } from "#statistics/difference.ts";

/** A figure to explain, and its drill-through. A count is explained as the share `part / base` of its base. */
export type Explainable = { figure: WhyFigure | TimesFigure; isRate: boolean; drill: Drill };

type FigureFacts = Omit<Explainable, "figure"> & {
  part: (funnel: Funnel) => number;
  base: (funnel: Funnel) => number;
};

const created = ({ created }: Funnel) => created;
const won = ({ won }: Funnel) => won;

/** Numerator, base and drill-through of each figure. */
const FIGURE_FACTS: Record<WhyFigure, FigureFacts> = {
  created: { isRate: false, part: created, base: created, drill: {} },
  acknowledged: fact(({ acknowledged }) => acknowledged, { reached: "acknowledged" }),
  accepted: fact(({ accepted }) => accepted, { reached: "accepted" }),
  won: fact(won, { outcomes: ["won"] }),
  exits: fact(({ exits }) => exits, { fate: "exit" }),
  open: fact(({ open }) => open, { fate: "open" }),
  acceptance: { ...fact(({ accepted }) => accepted, { reached: "accepted" }), isRate: true },
  win: { ...fact(won, { outcomes: ["won"] }), isRate: true },
  close: {
    isRate: true,
    part: won,
    base: (funnel) => funnel.won + countOfOutcome(funnel, "lost"),
    drill: { outcomes: ["won"] },
  },
};

function fact(part: FigureFacts["part"], drill: Drill): FigureFacts {
  return { isRate: false, part, base: created, drill };
}

/** A value of the dimension (null: all small ones) and its contribution to the change. */
export type WhyPart = Contribution<string | null> & { volume: number; sum: number };

/**
 * A change and its parts, largest first, which add up to it together with `volume`, the contribution of the number of
 * referrals to a count. Rates and their parts are 0 to 1.
 */
export type Why = Explainable & {
  change: number;
  volume: number;
  parts: readonly WhyPart[];
  isChance: boolean;
};

/** The number of referrals has no base: each value contributes the difference of its counts. */
function createdParts(cells: readonly ComparedCell<string | null>[]): WhyPart[] {
  return cells
    .map((cell) => {
      const volume = cell.after.part - cell.before.part;
      return { ...cell, mix: 0, rate: 0, volume, sum: volume };
    })
    .toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
}

function cellsOf(
  now: readonly OutcomeCountRow[],
  before: readonly OutcomeCountRow[],
  figure: WhyFigure,
  dimension: WhyDimension,
): ComparedCell<string | null>[] {
  const { part, base } = FIGURE_FACTS[figure];
  const keyOf = ({ keys: [key = null] }: OutcomeCountRow) => valueKey(DIMENSIONS[dimension].filter, key);
  const [old, young] = [funnelsBy(before, keyOf), funnelsBy(now, keyOf)];
  const side = (funnel: Funnel | undefined) =>
    funnel ? { part: part(funnel), base: base(funnel) } : { part: 0, base: 0 };
  const keys = [...new Set([...young.keys(), ...old.keys()])];
  return keys.map((key) => ({ key, before: side(old.get(key)), after: side(young.get(key)) }));
}

const added = (cells: readonly ComparedCell<unknown>[], side: "before" | "after") => ({
  part: cells.reduce((sum, cell) => sum + cell[side].part, 0),
  base: cells.reduce((sum, cell) => sum + cell[side].base, 0),
});

/** Decomposes the change of a figure between two sides by a dimension, from outcome counts by its field. */
export function whyOf(
  now: readonly OutcomeCountRow[],
  before: readonly OutcomeCountRow[],
  figure: WhyFigure,
  dimension: WhyDimension,
): Why | null {
  const { isRate, drill } = FIGURE_FACTS[figure];
  return whyOfCells(cellsOf(now, before, figure, dimension), { figure, isRate, drill });
}

/** Decomposes the change of a figure by the values of a dimension. Null where a rate is absent on either side. */
export function whyOfCells(all: readonly ComparedCell<string | null>[], explained: Explainable): Why | null {
  const { isRate } = explained;
  const cells = poolSmall(all, null);
  const [first, second] = [added(all, "before"), added(all, "after")];
  if (explained.figure === "created") {
    const change = second.part - first.part;
    return { ...explained, change, volume: 0, parts: createdParts(cells), isChance: false };
  }
  const found = isRate ? decomposeRate(cells) : decomposeCount(cells);
  if (found === null) return null;
  const parts = found.contributions.map((one) => ({ ...one, volume: 0, sum: one.mix + one.rate }));
  const isChance = isRate && isWithinChance(first, second);
  return { ...explained, change: found.change, volume: found.volume, parts, isChance };
}

/** The drill-through of a part, on either side. */
export function drillOfPart({ parts, drill }: Why, part: WhyPart, dimension: WhyDimension): Drill {
  const { filter, exclude } = DIMENSIONS[dimension];
  if (part.key !== null) return { ...drill, [filter]: [part.key] };
  const named = parts.flatMap(({ key }) => (key === null ? [] : [key]));
  return named.length > 0 ? { ...drill, [exclude]: named } : drill;
}

/** One cause of a change: kind, value (null: all small ones), size, and direction. */
type Reason = {
  kind: "volume" | "created" | "mix" | "rate";
  key: string | null;
  size: number;
  isMore: boolean;
};

/** Maximum number of causes in the text. */
const MAX_REASONS = 3;

/** Minimum share of all movements for a cause to be mentioned. */
const MIN_SHARE = 0.05;

/** The largest causes of a change, and the sum of all others. */
export function reasonsOf({ parts, volume, figure }: Why): { reasons: Reason[]; rest: number } {
  const total = (side: "before" | "after") => added(parts, side).base || 1;
  const shares = [total("before"), total("after")] as const;
  const all: Reason[] = parts.flatMap((part): Reason[] => {
    const { key, before, after, mix, rate } = part;
    if (figure === "created") return [{ kind: "created", key, size: part.volume, isMore: part.volume > 0 }];
    return [
      { kind: "mix", key, size: mix, isMore: after.base / shares[1] > before.base / shares[0] },
      { kind: "rate", key, size: rate, isMore: rate > 0 },
    ];
  });
  all.push({ kind: "volume", key: null, size: volume, isMore: shares[1] > shares[0] });
  const moved = all.reduce((sum, { size }) => sum + Math.abs(size), 0);
  const sorted = all.toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size));
  const reasons = sorted
    .slice(0, MAX_REASONS)
    .filter(({ size }) => size !== 0 && Math.abs(size) >= MIN_SHARE * moved);
  return { reasons, rest: sorted.slice(reasons.length).reduce((sum, { size }) => sum + size, 0) };
}

/** How a change is named and drawn. */
export type WhyLook = SeriesLook & {
  by: WhyDimension;
  figureName: string;
  /** Name of the other side, where it is another selection and not an earlier period. */
  rival: string | null;
  /** A figure of the other side, linked to its referrals. */
  drawBefore: (figure: CountOrRate, drill: Drill) => ReactNode;
};

/** A signed part of a change: percentage points for a rate, referrals for a count. */
export function effectText({ isRate }: Pick<Why, "isRate">, size: number, { formats }: I18n): string {
  if (isRate) return formats.signed(size * 100);
  if (!Number.isInteger(size) || size === 0) return formats.signed(size);
  return `${size > 0 ? "+" : "−"}${formats.count(Math.abs(size))}`;
}

/** "Win rate fell by 1.2 points: −0.9 because a larger share came from Brazil, …"; against a rival "is lower". */
export function whySentence(why: Why, look: WhyLook, i18n: I18n): string {
  const { t, formats } = i18n;
  const { change, isRate, isChance } = why;
  const way = change > 0 ? "up" : change < 0 ? "down" : "same";
  const size = isRate
    ? t("change.points", { points: formats.decimal(Math.abs(change) * 100) })
    : formats.count(Math.abs(change));
  const { reasons, rest } = reasonsOf(why);
  const effects = reasons.map((reason) => reasonText(reason, why, look, i18n));
  if (effects.length > 0 && Math.abs(rest) > (isRate ? 0.0005 : 0.5))
    effects.push(t("why.rest", { effect: effectText(why, rest, i18n) }));
  const said = t(look.rival === null ? "why.sentence" : "why.sentence.rival", {
    figure: look.figureName,
    rival: look.rival ?? "",
    way,
    size,
    has: effects.length > 0 ? "reasons" : "none",
    effects: formats.list(effects),
  });
  return isChance && change !== 0
    ? `${said} ${t(look.rival === null ? "why.chance" : "why.chance.rival")}`
    : said;
}

function reasonText({ kind, key, size, isMore }: Reason, why: Why, look: WhyLook, i18n: I18n): string {
  const { t } = i18n;
  return t(`why.because.${kind}`, {
    effect: effectText(why, size, i18n),
    way: isMore ? "up" : "down",
    by: key === null ? "pool" : look.by,
    name: key === null ? "" : look.nameOf(key),
    figure: why.figure,
  });
}
