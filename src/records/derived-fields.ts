import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { lastStage, type OutcomeCount } from "#referrals/funnel.ts";
import { marketCode } from "#referrals/market.ts";
import { sizeKey } from "#referrals/org-size.ts";
import { OUTCOMES, outcomeOf } from "#referrals/outcome.ts";
import { STAGES } from "#referrals/stages.ts";
import { type CodedTexts, rename } from "./rows.ts";

/** Values that the rules derive for each row. */
export type DerivedFields = {
  /** Indexes in OUTCOMES. */
  outcomes: Uint8Array;
  /** Indexes in STAGES of the last stage reached. */
  lastStages: Uint8Array;
  /** Bit i: reached STAGES[i] without its date. */
  implied: Uint8Array;
  /** Bit i: the date DATE_FIELDS[i] is present. */
  present: Uint16Array;
  /** Market codes, "" for none. */
  markets: CodedTexts;
  partners: CodedTexts;
  /** Organisation sizes as of `sizeKey`. */
  sizes: CodedTexts;
};

/** Number of combinations of present and absent dates. */
const DATE_KINDS = 2 ** DATE_FIELDS.length;

type OutcomeGroup = { outcome: number; lastStage: number; implied: number };

export function bitOf(field: DateField): number {
  return 1 << DATE_FIELDS.indexOf(field);
}

/** The value as the service groups it, so that a list of records matches the count it was opened from. */
export function groupedText(text: string | null): string | null {
  return text === "UNKNOWN" ? null : text;
}

function presentDates({ size, dates }: RecordTable): Uint16Array {
  const present = new Uint16Array(size);
  for (const field of DATE_FIELDS) {
    const [{ at }, bit] = [dates[field], bitOf(field)];
    for (let row = 0; row < size; row++)
      if (!Number.isNaN(at[row] as number)) present[row] = (present[row] as number) | bit;
  }
  return present;
}

const STAGE_BITS = [bitOf("createdDate"), bitOf("acknowledgedDate"), bitOf("acceptedDate"), bitOf("wonDate")];

/** Creation is never implied: the funnel begins there. */
function impliedStages(last: number, present: number): number {
  let implied = 0;
  for (let stage = 1; stage <= last; stage++)
    if ((present & (STAGE_BITS[stage] as number)) === 0) implied |= 1 << stage;
  return implied;
}

function outcomeGroupOf(status: string | null, present: number): OutcomeGroup {
  const has = (field: DateField): boolean => (present & bitOf(field)) !== 0;
  const outcome = outcomeOf(status, has);
  const outcomeCount: OutcomeCount = {
    outcome,
    acknowledged: has("acknowledgedDate"),
    accepted: has("acceptedDate"),
    count: 1,
  };
  const last = STAGES.indexOf(lastStage(outcomeCount));
  return { outcome: OUTCOMES.indexOf(outcome), lastStage: last, implied: impliedStages(last, present) };
}

/** Computes the rule once per distinct combination of status and present dates. */
function rowOutcomes(
  table: RecordTable,
  present: Uint16Array,
): Pick<DerivedFields, "outcomes" | "lastStages" | "implied"> {
  const { codes, values } = rename(table.terms.status, (text) => groupedText(text) ?? "");
  const known = new Map<number, OutcomeGroup>();
  const [outcomes, lastStages, implied] = [0, 1, 2].map(() => new Uint8Array(table.size)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  for (let row = 0; row < table.size; row++) {
    const kind = (codes[row] as number) * DATE_KINDS + (present[row] as number);
    let group = known.get(kind);
    if (group === undefined) {
      group = outcomeGroupOf(values[codes[row] as number] ?? null, present[row] as number);
      known.set(kind, group);
    }
    outcomes[row] = group.outcome;
    lastStages[row] = group.lastStage;
    implied[row] = group.implied;
  }
  return { outcomes, lastStages, implied };
}

function derive(table: RecordTable): DerivedFields {
  const { customerMarket, partnerMarket, customerOrgSize } = table.terms;
  const market = (text: string | null): string => marketCode(groupedText(text));
  const present = presentDates(table);
  return {
    ...rowOutcomes(table, present),
    present,
    markets: rename(customerMarket, market),
    partners: rename(partnerMarket, market),
    sizes: rename(customerOrgSize, (text) => sizeKey(groupedText(text))),
  };
}

const derived = new WeakMap<RecordTable, DerivedFields>();

export function derivedFieldsOf(table: RecordTable): DerivedFields {
  const known = derived.get(table) ?? derive(table);
  derived.set(table, known);
  return known;
}
