import { REFERRAL_COLUMNS, type ReferralColumn } from "#selection/keys/referrals.ts";

/** Default widths in CSS pixels. */
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
  updated: 120,
};
const NARROWEST = 64;
const WIDEST = 900;

export type Widths = Partial<Record<ReferralColumn, number>>;

/** Clamps a width to a usable range. */
export function heldWidth(width: number): number {
  return Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
}

/** Parses stored widths, ignoring invalid entries. */
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

/** Layout of a column: index, and offset from the start of the row, where it sticks when pinned. */
export type LaidColumn = {
  column: ReferralColumn;
  isPinned: boolean;
  place: number;
  width: number;
  start: number;
};

/** Maximum part of the width for pinned columns, so that others stay visible. */
const MAX_PINNED = 0.5;

/** Lays out columns in `room` pixels; where that is narrow, pinned ones shrink and are unpinned. */
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

/** Horizontal scroll offset and visible width, in CSS pixels from the inline start. */
type Sideways = { left: number; room: number };

/** Columns to render: pinned, visible, and the focused one, which must stay mounted. */
export function drawnColumns(
  columns: readonly LaidColumn[],
  { left, room }: Sideways,
  focused: number,
): readonly LaidColumn[] {
  const isInSight = ({ start, width }: LaidColumn) => start < left + room && start + width > left;
  return columns.filter((one) => one.isPinned || one.place === focused || isInSight(one));
}
