import type { RecordTable } from "#partner-center/record-table.ts";
import { lastStage, STAGES } from "#referrals/funnel.ts";
import type { StandingDate } from "#referrals/standing.ts";
import { dateState, FATES, fateOfCode, judgeRows } from "#referrals/standing-rows.ts";
import { type DerivedFields, derivedFieldsOf, groupedText } from "./derived-fields.ts";

/** Outcomes and last stages of all rows; places in OUTCOMES and STAGES. */
export type StandingFields = Pick<DerivedFields, "outcomes" | "lastStages">;

function judge(table: RecordTable, asOf: number): StandingFields {
  const { codes, values } = table.terms.status;
  const stateAt = (field: StandingDate) => {
    const { at } = table.dates[field];
    return (row: number) => dateState(at[row] as number, asOf);
  };
  const statuses = { codes, values: values.map(groupedText) };
  const { before } = judgeRows({ size: table.size, statuses, stateAt });
  const stages = Array.from({ length: FATES }, (_, code) => {
    return STAGES.indexOf(lastStage({ ...fateOfCode(code), count: 1 }));
  });
  return {
    outcomes: before.map((code) => code >> 2),
    lastStages: before.map((code) => stages[code] as number),
  };
}

const judged = new WeakMap<RecordTable, { asOf: number; facts: StandingFields }>();

/** What became of each row of a table by an instant (ms UTC), by null as known today; the last one asked for is kept. */
export function standingFields(table: RecordTable, asOf: number | null): StandingFields {
  if (asOf === null) return derivedFieldsOf(table);
  const known = judged.get(table);
  if (known?.asOf === asOf) return known.facts;
  const facts = judge(table, asOf);
  judged.set(table, { asOf, facts });
  return facts;
}
