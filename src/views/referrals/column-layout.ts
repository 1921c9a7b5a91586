import { REFERRAL_COLUMNS, type ReferralColumn } from "#selection/keys/referrals.ts";

/** Widths in CSS pixels until the reader changes them. */
export const USUAL_WIDTHS: Record<ReferralColumn, number> = {
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
  kind: 140,
  direction: 120,
  reason: 200,
  solution: 200,
  leadSource: 150,
  program: 180,
  salesStage: 120,
  microsoftStatus: 150,
  registration: 150,
  currency: 100,
  value: 130,
  valueUsd: 140,
  expectedClose: 140,
};
const NARROWEST = 64;
const WIDEST = 900;

export type Widths = Partial<Record<ReferralColumn, number>>;

/** A width within what can still be used. */
export function heldWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}

/** Widths as the browser keeps them; whatever else stands there is left out. */
export function readWidths(text: string | null): Widths {
  const kept = parsed(text);
  const entries = REFERRAL_COLUMNS.flatMap((column) => {
    const width = Object.hasOwn(kept, column) ? kept[column] : null;
    return typeof width === "number" && Number.isFinite(width) ? [[column, heldWidth(width)]] : [];
  });
  return Object.fromEntries(entries);
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** A column as it is laid out: its index, and how far from the start of the row, which holds it there when it is pinned. */
export type LaidColumn = {
  column: ReferralColumn;
  isPinned: boolean;
  place: number;
  width: number;
  start: number;
};

/** Of the room for all columns, what those that stay in sight may take: the others must remain to be seen. */
const MAX_PINNED = 0.5;

/** Columns side by side in `room` pixels; where that is little, pinned ones shrink, and stay no longer in sight. */
export function layColumns(
  columns: readonly Pick<LaidColumn, "column" | "isPinned" | "width">[],
  room: number,
): readonly LaidColumn[] {
  const most = room * MAX_PINNED;
  let start = 0;
  return columns.map(({ column, isPinned, width: wanted }, place) => {
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
