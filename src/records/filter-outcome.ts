import type { RecordTable } from "#partner-center/record-table.ts";
import { OUTCOMES, type Outcome, outcomeGroupOf } from "#referrals/outcome.ts";
import { STAGES, type Stage } from "#referrals/stages.ts";
import { asItStood } from "./as-it-stood.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { RecordFilter, RowTest } from "./record-filter.ts";

const WON = STAGES.indexOf("won");

/** Tests for outcomes and stages. */
export function outcomeTests(table: RecordTable, filter: RecordFilter): RowTest[] {
  const { outcomes = [], notOutcomes = [], fate, reached, left, implied } = filter;
  const outcomeTest = (isWanted: (outcome: Outcome) => boolean) => outcomeTestOf(table, isWanted);
  const stageTest = (from: number, to: number) => stageTestOf(table, from, to);
  return [
    ...(outcomes.length > 0 ? [outcomeTest((one) => outcomes.includes(one))] : []),
    ...(notOutcomes.length > 0 ? [outcomeTest((one) => !notOutcomes.includes(one))] : []),
    ...(fate === undefined ? [] : [outcomeTest((one) => outcomeGroupOf(one) === fate)]),
    ...(reached === undefined ? [] : [stageTest(STAGES.indexOf(reached), WON)]),
    ...(left === undefined ? [] : [stageTest(STAGES.indexOf(left), STAGES.indexOf(left))]),
    ...(implied === undefined ? [] : [impliedTest(table, implied)]),
  ];
}

/** Test for the outcome at an earlier instant; rows without a created date existed then. */
export function pastTests(table: RecordTable, { was }: RecordFilter): RowTest[] {
  if (was === undefined) return [];
  const { at } = table.dates.createdDate;
  return [
    ...outcomeTests(asItStood(table, was.at), { outcomes: was.outcomes }),
    (row) => !((at[row] as number) > was.at),
  ];
}

function outcomeTestOf(table: RecordTable, isWanted: (outcome: Outcome) => boolean): RowTest {
  const [{ outcomes }, wanted] = [derivedFieldsOf(table), OUTCOMES.map(isWanted)];
  return (row) => wanted[outcomes[row] as number] as boolean;
}

/** Only won rows have the last stage `won`, so a lower and an upper bound suffice. */
function stageTestOf(table: RecordTable, from: number, to: number): RowTest {
  const { lastStages } = derivedFieldsOf(table);
  return (row) => (lastStages[row] as number) >= from && (lastStages[row] as number) <= to;
}

function impliedTest(table: RecordTable, stage: Stage): RowTest {
  const [{ implied }, bit] = [derivedFieldsOf(table), 1 << STAGES.indexOf(stage)];
  return (row) => ((implied[row] as number) & bit) !== 0;
}
