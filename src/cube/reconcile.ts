import { totalOf } from "./cube.ts";
import type { Table } from "./table.ts";

/**
 * `incomplete`: the service left out buckets. `exceeded`: the sum is above the total, because the data changed between
 * the two requests. `unknown`: the service did not report a total.
 */
export type Completeness =
  | { kind: "complete" }
  | { kind: "incomplete"; counted: number; total: number }
  | { kind: "exceeded"; counted: number; total: number }
  | { kind: "unknown" };

/** Compares the sum of a grouped result with the ungrouped total of the same filter. */
export function reconcile(table: Table, total: number | null): Completeness {
  return reconcileCount(totalOf(table), total);
}

/** The same for a known sum. */
export function reconcileCount(counted: number, total: number | null): Completeness {
  if (total === null) return { kind: "unknown" };
  if (counted === total) return { kind: "complete" };
  return { kind: counted < total ? "incomplete" : "exceeded", counted, total };
}
