import type { FormatRule } from "../formats/format.ts";
import { type Mapping, mappedColumns, mappedStatuses } from "../formats/mapping.ts";
import { recognise } from "../formats/recognise.ts";
import { planOfFormat, type TablePlan } from "./table-plan.ts";

const MAPPING_RULES: readonly FormatRule[] = ["crm-status", "status-from-main", "end-date-from-closing"];

/**
 * What is read from a table with this header: as the mapping says where its id column is there, else by the format that
 * has the most columns; null when neither knows it.
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
