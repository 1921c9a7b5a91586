import * as v from "valibot";
import { FIELDS } from "#partner-center/fields.ts";
import { AMOUNT_EXTRAS, INSTANT_EXTRAS, LIST_EXTRAS, TEXT_EXTRAS } from "../records/extra-fields.ts";
import { plainStatus } from "../values/status.ts";
import { plainColumnName, type Target } from "./format.ts";

const TARGETS = [
  ...FIELDS,
  "mainStatus",
  ...INSTANT_EXTRAS,
  ...AMOUNT_EXTRAS,
  ...LIST_EXTRAS,
  ...TEXT_EXTRAS,
] as const satisfies readonly Target[];

const MappingSchema = v.strictObject({
  /** Column names, and the field that each fills. */
  columns: v.record(
    v.string(),
    v.picklist(TARGETS, (issue) => `"${issue.input}" is no field; fields are ${TARGETS.join(", ")}`),
  ),
  /** The file's terms for statuses, and the status that each means. */
  statuses: v.optional(v.record(v.string(), v.string()), {}),
});

/** The meaning of another program's columns, written or confirmed by a person. */
export type Mapping = v.InferOutput<typeof MappingSchema>;

/** Parses a mapping from JSON. @throws Error with one sentence about what is wrong */
export function readMapping(text: string): Mapping {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), MappingSchema), text);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  throw new Error(faults.join("; "));
}

/** The mapped columns of a header by index; null when the id column is missing. */
export function mappedColumns(header: readonly string[], { columns }: Mapping): Map<number, Target> | null {
  const targets = new Map(Object.entries(columns).map(([name, target]) => [plainColumnName(name), target]));
  const found = new Map<number, Target>();
  header.forEach((name, place) => {
    const target = targets.get(plainColumnName(name));
    if (target) found.set(place, target);
  });
  return [...found.values()].includes("id") ? found : null;
}

/** The statuses of a mapping by normalised term. */
export function mappedStatuses({ statuses }: Mapping): Map<string, string> {
  return new Map(Object.entries(statuses).map(([word, status]) => [plainStatus(word), status]));
}
