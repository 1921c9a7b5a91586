import { group } from "d3-array";
import { useView } from "#dashboard/context/view-context.tsx";
import { type I18n, useI18n } from "#i18n/i18n.tsx";
import type { Filters } from "#referrals/filters.ts";
import { marketCode } from "#referrals/market.ts";
import {
  type RateTarget,
  type TargetCount,
  type TargetFigure,
  type TargetStanding,
  targetStanding,
} from "#referrals/targets.ts";
import type { DealValues } from "#selection/deal-values.ts";
import { useTargets } from "./target-store.ts";

/** How a figure stands to a target, in words; `points` is negative below it, null without a rate. */
export type TargetNote = { name: string; text: string; isMissed: boolean; points: number | null };

/** Notes on the figures of the selection, counted by these rows; null without any target. */
export function useTargetNotes(
  rows: readonly TargetCount[] | null,
): ((figure: TargetFigure) => TargetNote[]) | null {
  const i18n = useI18n();
  const targets = useTargets();
  const counted = useCounted();
  if (targets.length === 0 || rows === null) return null;
  return (figure) => targetsOf(figure, targets, counted).map((target) => noteOf(target, rows, i18n));
}

/** Targets for a figure of the whole selection. */
export function useTargetsOf(figure: TargetFigure | null): RateTarget[] {
  const targets = useTargets();
  const counted = useCounted();
  return figure === null ? [] : targetsOf(figure, targets, counted);
}

/** The note on a figure of each market of these rows that a target is for; null without such a target. */
export function useMarketTargets(
  rows: readonly TargetCount[] | null,
): ((figure: TargetFigure) => ReadonlyMap<string, TargetNote> | null) | null {
  const i18n = useI18n();
  const targets = useTargets();
  const counted = useCounted();
  if (targets.length === 0 || rows === null) return null;
  const byMarket = group(rows, ({ keys }) => marketCode(keys[0] ?? null));
  return (figure) => {
    const notes = new Map<string, TargetNote>();
    for (const [market, those] of byMarket) {
      const target = targetOfMarket(figure, market, targets, counted);
      if (target) notes.set(market, noteOf(target, those, i18n));
    }
    return notes.size > 0 ? notes : null;
  };
}

function useCounted(): TargetScope {
  const { viewData, selection } = useView();
  return { filters: viewData.resolved.filters, deal: selection.deal };
}

/** "at least 80%" */
export function targetValue({ bound, percent }: RateTarget, { t, formats }: I18n): string {
  return t(`targets.value.${bound}`, { percent: formats.percent(percent / 100) });
}

/** All rows count, whatever the target is for. */
function noteOf(target: RateTarget, rows: readonly TargetCount[], i18n: I18n): TargetNote {
  const { t, formats } = i18n;
  const standing = targetStanding({ ...target, market: "", size: "" }, rows);
  const name = t("targets.line", { target: targetValue(target, i18n) });
  const points = pointsTo(target, standing);
  if (standing.kind === "absent" || points === null) return { name, text: name, isMissed: false, points };
  const { kind, missing } = standing;
  const distance = t("targets.note", { target: targetValue(target, i18n), distance: formats.signed(points) });
  // No number of further wins brings a close rate to 100 %.
  const rest =
    missing !== null && t(`targets.note.${kind}`, { missing: formats.count(missing), bound: target.bound });
  const text = [distance, rest].filter(Boolean).join(" ");
  return { name, text, isMissed: kind === "missed", points };
}

/** The distance to the target in percentage points; null without a rate. */
export function pointsTo({ percent }: RateTarget, standing: TargetStanding): number | null {
  if (standing.kind === "absent" || standing.rate.kind === "absent") return null;
  return standing.rate.value * 100 - percent;
}

/** What the figures in view count. */
type TargetScope = { filters: Filters; deal: DealValues };

/** Targets for a figure of the whole selection: for all referrals, or for exactly what is filtered by. */
export function targetsOf(
  figure: TargetFigure,
  targets: readonly RateTarget[],
  { filters, deal }: TargetScope,
): RateTarget[] {
  const isOnly = (values: readonly string[], wanted: string) => values.length === 1 && values[0] === wanted;
  return targets.filter(
    ({ figure: ofTarget, market, size, program }) =>
      ofTarget === figure &&
      (market === "" || isOnly(filters.markets, marketCode(market))) &&
      (size === "" || isOnly(filters.sizes, size)) &&
      (program === "" || isOnly(deal.program ?? [], program)),
  );
}

/** The target for a figure of one market: its own before one for all. */
export function targetOfMarket(
  figure: TargetFigure,
  market: string,
  targets: readonly RateTarget[],
  counted: TargetScope,
): RateTarget | null {
  const ofMarket = { ...counted, filters: { ...counted.filters, markets: [market] } };
  const fitting = targetsOf(figure, targets, ofMarket);
  return fitting.find((one) => one.market !== "") ?? fitting[0] ?? null;
}
