import type { RejectReason } from "#config/reading-codes.ts";
import { MAX_REJECTED_KEPT, type RejectedRow, type RejectedRows } from "../raw-table.ts";

/** Lines listed per reason. */
const MAX_LINES = 20;

/** Counts all rejected rows and keeps the first. */
export class RejectedRowsLog implements RejectedRows {
  count = 0;
  lines = 0;
  byReason: Partial<Record<RejectReason, { count: number; lines: number[] }>> = {};
  first: RejectedRow[] = [];

  add(row: RejectedRow): void {
    this.count += 1;
    this.lines += row.lines;
    const alike = this.byReason[row.reason] ?? { count: 0, lines: [] };
    this.byReason[row.reason] = alike;
    alike.count += 1;
    if (alike.lines.length < MAX_LINES) alike.lines.push(row.line);
    if (this.first.length < MAX_REJECTED_KEPT) this.first.push(row);
  }

  clear(): void {
    Object.assign(this, new RejectedRowsLog());
  }
}
