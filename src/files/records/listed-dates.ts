import { DATE_FIELDS, type DateField, type Field, type TermField } from "#partner-center/fields.ts";
import { endDateOf } from "../values/status.ts";
import type { FieldLimit, SourceCapabilities } from "./capabilities.ts";
import type { RuleTexts } from "./derive.ts";
import type { ImportedRecord } from "./imported-record.ts";
import type { TableScan } from "./table-plan.ts";

/** What an exported list writes beside a date that its source did not have, or not exactly. */
const PRECISIONS = ["approximate", "day", "unknown"] as const;
type Precision = (typeof PRECISIONS)[number] | "exact" | "missing";

const TEXT_OF = {
  createdDate: "createdPrecision",
  acknowledgedDate: "acknowledgedPrecision",
  acceptedDate: "acceptedPrecision",
} as const;

/** An exported list has a column for each of these, whatever its source had. */
const LISTED: readonly TermField[] = ["partnerMarket", "customerOrgSize"];

export type ListedDates = {
  add: (record: ImportedRecord, texts: RuleTexts) => void;
  capabilities: (known: SourceCapabilities, scan: TableScan) => SourceCapabilities;
};

/** Gathers from the rows of an exported list what its source could not tell. */
export function gatherListedDates(): ListedDates {
  const found = new Map<DateField, Set<Precision>>();
  const addOne = (field: DateField, { dates }: ImportedRecord, text: string | undefined) => {
    const told = PRECISIONS.find((one) => one === text);
    const precision = told ?? (dates[field].kind === "never" ? "missing" : "exact");
    const known = found.get(field);
    if (known) known.add(precision);
    else found.set(field, new Set([precision]));
  };
  return {
    add(record, texts) {
      for (const [field, text] of Object.entries(TEXT_OF)) addOne(field as DateField, record, texts[text]);
      const end = endDateOf(record.terms.status);
      if (end !== null) addOne(end, record, texts.closedPrecision);
    },
    capabilities(known, { filled }) {
      const limits: Partial<Record<Field, FieldLimit>> = { ...known.limits };
      for (const field of LISTED) if (!filled.has(field)) limits[field] = ABSENT;
      for (const [field, precisions] of found) {
        const limit = limitOf(precisions);
        if (limit) limits[field] = limit;
      }
      const dayOnly = DATE_FIELDS.filter(
        (field) => known.dayOnly.includes(field) || found.get(field)?.has("day"),
      );
      return { limits, dayOnly };
    },
  };
}

const ABSENT: FieldLimit = { state: "absent", reason: "no-column" };

function limitOf(precisions: ReadonlySet<Precision>): FieldLimit | null {
  const isDated = (["exact", "day", "approximate"] as const).some((one) => precisions.has(one));
  if (!isDated) return ABSENT;
  if (precisions.has("unknown")) return { state: "partly", reason: "no-column" };
  return precisions.has("approximate") ? { state: "approximate", reason: "update-date" } : null;
}
