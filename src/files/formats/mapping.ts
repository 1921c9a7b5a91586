import * as v from "valibot";
import { FIELDS } from "#partner-center/fields.ts";
import { AMOUNT_EXTRAS, INSTANT_EXTRAS, LIST_EXTRAS, TEXT_EXTRAS } from "../records/extra-fields.ts";
import { plainStatus } from "../values/status.ts";
import { plainColumnName } from "./column-name.ts";
import type { Target } from "./format.ts";

const TARGETS = [
  ...FIELDS,
  "mainStatus",
  ...INSTANT_EXTRAS,
  ...AMOUNT_EXTRAS,
  ...LIST_EXTRAS,
  ...TEXT_EXTRAS,
] as const satisfies readonly Target[];

const MappingSchema = v.strictObject({
  /** Names of columns, and the field that each fills. */
  columns: v.record(
    v.string(),
    v.picklist(TARGETS, (issue) => `"${issue.input}" is no field; fields are ${TARGETS.join(", ")}`),
  ),
  /** Words of the file for a status, and the status that each means. */
  statuses: v.optional(v.record(v.string(), v.string()), {}),
});

/** What the columns of tables of another program mean, as a person wrote it down or accepted it. */
export type Mapping = v.InferOutput<typeof MappingSchema>;

/**
 * Reads a mapping from JSON text.
 * @throws Error with one sentence: what is wrong with it.
 */
export function readMapping(text: string): Mapping {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), MappingSchema), text);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  throw new Error(faults.join("; "));
}

/** The columns of a header that a mapping names, by place; null when the column of its ids is not there. */
export function mappedColumns(header: readonly string[], { columns }: Mapping): Map<number, Target> | null {
  const targets = new Map(Object.entries(columns).map(([name, target]) => [plainColumnName(name), target]));
  const found = new Map<number, Target>();
  header.forEach((name, place) => {
    const target = targets.get(plainColumnName(name));
    if (target) found.set(place, target);
  });
  return [...found.values()].includes("id") ? found : null;
}

/** The statuses of a mapping, by the plain spelling of the file's word. */
export function mappedStatuses({ statuses }: Mapping): Map<string, string> {
  return new Map(Object.entries(statuses).map(([word, status]) => [plainStatus(word), status]));
}
