import { MAX_REJECTED_KEPT, type RejectedRow, type RejectedRows, type RejectReason } from "../raw-table.ts";

/** Counts every rejected row and keeps the first ones. */
export class RejectedRowsLog implements RejectedRows {
  count = 0;
  lines = 0;
  byReason: Partial<Record<RejectReason, number>> = {};
  first: RejectedRow[] = [];

  add(row: RejectedRow): void {
    this.count += 1;
    this.lines += row.lines;
    this.byReason[row.reason] = (this.byReason[row.reason] ?? 0) + 1;
    if (this.first.length < MAX_REJECTED_KEPT) this.first.push(row);
  }

  clear(): void {
    this.count = 0;
    this.lines = 0;
    this.byReason = {};
    this.first = [];
  }
}
