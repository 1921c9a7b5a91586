import { totalOf } from "./cube.ts";
import type { Table } from "./table.ts";

/**
 * `incomplete`: the service left out buckets. `exceeded`: more counted than there are, so the data has changed
 * between the two queries. `unknown`: the service did not tell the total.
 */
export type Completeness =
  | { kind: "complete" }
  | { kind: "incomplete"; counted: number; total: number }
  | { kind: "exceeded"; counted: number; total: number }
  | { kind: "unknown" };

/** Compares the sum of a grouped answer with the ungrouped total of the same filter. */
export function reconcile(table: Table, total: number | null): Completeness {
  return reconcileCount(totalOf(table), total);
}

/** The same for a sum that is already known. */
export function reconcileCount(counted: number, total: number | null): Completeness {
  if (total === null) return { kind: "unknown" };
  if (counted === total) return { kind: "complete" };
  return { kind: counted < total ? "incomplete" : "exceeded", counted, total };
}
