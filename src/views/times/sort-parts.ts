import type { TimeColumn, TimeSort } from "#selection/keys/times.ts";
import type { PartTimes } from "./times-view-model.ts";

export type SortWay = { column: TimeColumn; descends: boolean };

export function sortWay(sort: TimeSort): SortWay {
  const descends = sort.startsWith("-");
  return { column: sort.slice(descends ? 1 : 0) as TimeColumn, descends };
}

/** What a press on the head of a column sorts by next: names upwards first, figures downwards. */
export function nextSort({ column, descends }: SortWay, pressed: TimeColumn): TimeSort {
  if (pressed === column) return descends ? column : `-${column}`;
  return pressed === "name" ? pressed : `-${pressed}`;
}

/** Parts in the order of a column; those without a figure last, equals as they came. */
export function sortParts(
  parts: readonly PartTimes[],
  { column, descends }: SortWay,
  compareKeys: (a: string, b: string) => number,
): PartTimes[] {
  const sign = descends ? -1 : 1;
  if (column === "name") return parts.toSorted((a, b) => sign * compareKeys(a.key, b.key));
  return parts.toSorted((a, b) => {
    const [first, second] = [figureOf(a, column), figureOf(b, column)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (first - second);
  });
}

function figureOf(
  { referrals, summary, inTime }: PartTimes,
  column: Exclude<TimeColumn, "name">,
): number | null {
  if (column === "referrals") return referrals;
  if (column === "share") return inTime.kind === "rate" ? inTime.value : null;
  if (summary.kind === "absent") return null;
  return column === "base" ? summary.count : summary[column];
}
