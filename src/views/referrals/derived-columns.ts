import type { DateField } from "#partner-center/fields.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { derivedFieldsOf } from "#records/derived-fields.ts";
import { ageReader } from "#records/row-age.ts";
import { type QualityContext, qualityFlags } from "#records/row-quality.ts";
import { OUTCOME_OF_CLOSING_DATE, OUTCOMES, type Outcome } from "#referrals/outcome.ts";

/** A number per row, NaN for none: an instant in ms UTC, a duration in ms, a count. */
export type Numbers = (row: number) => number;

const CLOSING_OF_OUTCOME = new Map<Outcome, DateField>(
  Object.entries(OUTCOME_OF_CLOSING_DATE).map(([field, outcome]) => [outcome, field as DateField]),
);

/** The date that says when a referral ended: of its outcome; where that is ambiguous, when it was archived. */
export function closingFieldReader(table: RecordTable): (row: number) => DateField | undefined {
  const { outcomes } = derivedFieldsOf(table);
  const fields = OUTCOMES.map((outcome) =>
    outcome === "closed-unknown" ? "archivedDate" : CLOSING_OF_OUTCOME.get(outcome),
  );
  return (row) => fields[outcomes[row] as number];
}

/** When a referral ended. */
export function closedReader(table: RecordTable): Numbers {
  const fieldOf = closingFieldReader(table);
  return (row) => {
    const field = fieldOf(row);
    return field === undefined ? Number.NaN : (table.dates[field].at[row] as number);
  };
}

/** From created to the earlier of acknowledged and accepted that is not before it, in ms. */
export function answerTimeReader({ dates }: RecordTable): Numbers {
  const { createdDate, acknowledgedDate, acceptedDate } = dates;
  return (row) => {
    const created = createdDate.at[row] as number;
    const [acknowledged, accepted] = [acknowledgedDate.at[row] as number, acceptedDate.at[row] as number];
    const [one, other] = [acknowledged - created, accepted - created];
    if (!(one >= 0)) return other >= 0 ? other : Number.NaN;
    return other >= 0 ? Math.min(one, other) : one;
  };
}

/** How long a referral has been unanswered at `now`, in ms. */
export function waitedReader(table: RecordTable, now: number): Numbers {
  const ageOf = ageReader(table, now);
  return (row) => ageOf(row) ?? Number.NaN;
}

/** The number of quality notes; NaN for none. */
export function notesReader(table: RecordTable, context: QualityContext): Numbers {
  const flags = qualityFlags(table, context);
  return (row) => bitsOf(flags[row] as number) || Number.NaN;
}

function bitsOf(flags: number): number {
  let count = 0;
  for (let rest = flags; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
