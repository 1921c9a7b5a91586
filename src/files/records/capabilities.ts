import { DATE_FIELDS, type DateField, FIELDS, type Field } from "#partner-center/fields.ts";
import { endDateOf } from "../values/status.ts";
import { hasColumn, type TablePlan, type TableScan } from "./table-plan.ts";

/** Why a source does not provide a field as Partner Center does. */
export type LimitReason =
  /** Files of this format never have it. */
  | "not-in-format"
  /** Files of this format may have it; this one has no such column. */
  | "no-column"
  /** Replaced by the last update of a closed referral. */
  | "update-date"
  /** Replaced by the signature of the contract. */
  | "contract-signature"
  /** Known where a change happened between two imports. */
  | "between-imports";

/**
 * How a source provides a field. `absent`: not at all; `approximate`: another date replaces it; `partly`: only some
 * files have it.
 */
export type FieldLimit = { state: "absent" | "approximate" | "partly"; reason: LimitReason };

/** What the sources together lack. Fields not listed are complete. */
export type SourceCapabilities = {
  limits: Partial<Record<Field, FieldLimit>>;
  /** Date fields without a time of day. */
  dayOnly: readonly DateField[];
};

export const EVERYTHING_KNOWN: SourceCapabilities = { limits: {}, dayOnly: [] };

const END_DATES: ReadonlySet<Field> = new Set<Field>(
  ["won", "lost", "declined", "expired"].flatMap((status) => endDateOf(status) ?? []),
);
/** Formats whose files may lack columns. */
const OPEN_FORMATS: ReadonlySet<string> = new Set([
  "endpoint",
  "crm",
  "mapping",
  "cosell-opportunities",
  "own-list",
]);

export function capabilitiesOf(plan: TablePlan, dayOnlyColumns: ReadonlySet<string>): SourceCapabilities {
  const limits: Partial<Record<Field, FieldLimit>> = {};
  for (const field of FIELDS) {
    const limit = limitOf(plan, field);
    if (limit) limits[field] = limit;
  }
  const dayOnly = DATE_FIELDS.filter((field) =>
    plan.columns.some(({ target, name }) => target === field && dayOnlyColumns.has(name)),
  );
  return { limits, dayOnly };
}

function limitOf(plan: TablePlan, field: Field): FieldLimit | null {
  if (
    hasColumn(plan, field) ||
    (field === "status" && plan.columns.some(({ target }) => target === "mainStatus"))
  )
    return null;
  const { rules } = plan;
  if (END_DATES.has(field)) {
    if (rules.includes("end-date-from-closing") && hasTarget(plan, "closedDate")) return null;
    if (rules.includes("end-date-from-update") && hasTarget(plan, "updatedDate"))
      return { state: "approximate", reason: "update-date" };
  }
  if (field === "wonDate" && rules.includes("won-date-from-signature") && hasTarget(plan, "contractSignDate"))
    return { state: "approximate", reason: "contract-signature" };
  const canHave =
    OPEN_FORMATS.has(plan.format) && !(plan.format === "cosell-opportunities" && field !== "createdDate");
  return { state: "absent", reason: canHave ? "no-column" : "not-in-format" };
}

function hasTarget(plan: TablePlan, target: "closedDate" | "updatedDate" | "contractSignDate"): boolean {
  return plan.columns.some((column) => column.target === target);
}

/** Combines sources: a field that none has is absent, one that some have is partly there. */
export function joinCapabilities(all: readonly SourceCapabilities[]): SourceCapabilities {
  const limits: Partial<Record<Field, FieldLimit>> = {};
  for (const field of FIELDS) {
    const found = all.flatMap((one) => one.limits[field] ?? []);
    const [first] = found;
    if (!first) continue;
    const isSame = found.length === all.length && found.every(({ state }) => state === first.state);
    limits[field] = isSame ? first : { state: worstOf(found, all.length), reason: first.reason };
  }
  return {
    limits,
    dayOnly: DATE_FIELDS.filter((field) => all.some(({ dayOnly }) => dayOnly.includes(field))),
  };
}

function worstOf(limits: readonly FieldLimit[], sources: number): FieldLimit["state"] {
  const isAbsentSomewhere = limits.some(({ state }) => state !== "approximate");
  return isAbsentSomewhere && (limits.length < sources || limits.some(({ state }) => state === "approximate"))
    ? "partly"
    : "approximate";
}

/** Names of date columns without a time of day. */
export function dayOnlyColumns({ dates }: TableScan): Set<string> {
  const columns = [...dates.values()].filter(({ forms, timed }) => forms.size > 0 && timed === 0);
  return new Set(columns.map(({ name }) => name));
}
