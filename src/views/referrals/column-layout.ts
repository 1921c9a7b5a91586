import type { ReferralColumn, ShownColumn } from "#selection/keys/referrals.ts";
import { pinnedFirst, REFERRAL_COLUMNS } from "#selection/keys/referrals.ts";

/** Widths in CSS pixels until the reader changes them. */
const USUAL_WIDTHS: Record<ReferralColumn, number> = {
  customer: 220,
  outcome: 170,
  created: 120,
  answer: 120,
  age: 150,
  market: 140,
  partner: 140,
  size: 170,
  notes: 210,
  acknowledged: 120,
  accepted: 120,
  closed: 120,
  status: 120,
  id: 140,
};
const NARROWEST = 64;
const WIDEST = 900;

export type Widths = Partial<Record<ReferralColumn, number>>;

export function widthOf(widths: Widths, column: ReferralColumn): number {
  return widths[column] ?? USUAL_WIDTHS[column];
}

/** The widths with one changed, held within what can still be used; null gives a column its usual width again. */
export function withWidth(widths: Widths, column: ReferralColumn, width: number | null): Widths {
  const { [column]: _, ...others } = widths;
  if (width === null) return others;
  return { ...others, [column]: Math.round(Math.min(Math.max(width, NARROWEST), WIDEST)) };
}

/** Widths as the browser keeps them; whatever else stands there is left out. */
export function readWidths(text: string | null): Widths {
  const kept = parsed(text);
  const entries = REFERRAL_COLUMNS.flatMap((column) => {
    const width = Object.hasOwn(kept, column) ? kept[column] : null;
    return typeof width === "number" && Number.isFinite(width) ? [[column, width] as const] : [];
  });
  return entries.reduce<Widths>((widths, [column, width]) => withWidth(widths, column, width), {});
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A column as it is laid out: the how-manyeth it is, and how far from the start of the row, which holds it there when it is pinned. */
export type LaidColumn = ShownColumn & { place: number; width: number; start: number };

/** Of the room for all columns, what those that stay in sight may take: the others must remain to be seen. */
const MOST_PINNED = 0.5;

/** Columns side by side in `room` pixels; where that is little, pinned ones shrink, and stay no longer in sight. */
export function layColumns(
  columns: readonly ShownColumn[],
  widths: Widths,
  room: number,
): readonly LaidColumn[] {
  const most = room * MOST_PINNED;
  let start = 0;
  return columns.map(({ column, isPinned }, place) => {
    const wanted = widthOf(widths, column);
    const width = isPinned && start === 0 ? Math.min(wanted, Math.max(most, NARROWEST)) : wanted;
    const laid = { column, isPinned: isPinned && start + width <= most, place, width, start };
    start += width;
    return laid;
  });
}

/** How far a box is scrolled sideways and how much it shows, in CSS pixels from the start of the line. */
type Sideways = { left: number; room: number };

/** The columns that a row draws: pinned ones, those in sight, and the one with the focus, which must not vanish. */
export function drawnColumns(
  columns: readonly LaidColumn[],
  { left, room }: Sideways,
  focused: number,
): readonly LaidColumn[] {
  const isInSight = ({ start, width }: LaidColumn) => start < left + room && start + width > left;
  return columns.filter((one) => one.isPinned || one.place === focused || isInSight(one));
}

/** Shows a column behind the others, or hides it; the last one stays. */
export function toggleColumn(
  columns: readonly ShownColumn[],
  column: ReferralColumn,
): readonly ShownColumn[] {
  const others = columns.filter((one) => one.column !== column);
  if (others.length === columns.length) return [...columns, { column, isPinned: false }];
  return others.length === 0 ? columns : others;
}

/** Holds a column in sight at the start, or lets it go: it then comes first among the others. */
export function togglePin(columns: readonly ShownColumn[], column: ReferralColumn): readonly ShownColumn[] {
  return pinnedFirst(
    columns.map((one) => (one.column === column ? { column, isPinned: !one.isPinned } : one)),
  );
}

/** Moves a column by one place, among those that are pinned like it. */
export function moveColumn(
  columns: readonly ShownColumn[],
  column: ReferralColumn,
  by: 1 | -1,
): readonly ShownColumn[] {
  const at = columns.findIndex((one) => one.column === column);
  const [one, other] = [columns[at], columns[at + by]];
  if (!one || !other || one.isPinned !== other.isPinned) return columns;
  return columns.map((each) => (each === one ? other : each === other ? one : each));
}
