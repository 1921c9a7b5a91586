import type { FormatRule } from "../formats/format.ts";
import { type Mapping, mappedColumns, mappedStatuses } from "../formats/mapping.ts";
import { recognise } from "../formats/recognise.ts";
import { planOfFormat, type TablePlan } from "./table-plan.ts";

const MAPPING_RULES: readonly FormatRule[] = ["crm-status", "status-from-main", "end-date-from-closing"];

/**
 * The plan for a table with this header: by the mapping if its id column exists, else by the format with most columns;
 * null for an unknown one.
 */
export function planTable(header: readonly string[], mapping: Mapping | null): TablePlan | null {
  const recognition = recognise(header);
  const mapped = mapping && mappedColumns(header, mapping);
  if (!mapping || !mapped) return planOfFormat(header, recognition);
  return {
    format: "mapping",
    columns: [...mapped].map(([place, target]) => ({ place, name: header[place] ?? "", target })),
    rules: MAPPING_RULES,
    isReferrals: true,
    dateOrder: null,
    statuses: mappedStatuses(mapping),
    scores: recognition.scores,
    unknown: header.filter((name, place) => name !== "" && !mapped.has(place)),
  };
}
