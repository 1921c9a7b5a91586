import type { RecordTable } from "#partner-center/record-table.ts";
import { lastStage, STAGES } from "#referrals/funnel.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { type DateState, STANDING_DATES, standingOf } from "#referrals/standing.ts";
import { type DerivedFields, derivedFieldsOf, groupedText } from "./derived-fields.ts";

/** Outcomes and last stages of all rows; places in OUTCOMES and STAGES. */
export type StandingFields = Pick<DerivedFields, "outcomes" | "lastStages">;

/** Absent, past, later: one digit to this base for each date. */
const STATES: readonly DateState[] = ["absent", "past", "later"];

function waysOf({ size, dates }: RecordTable, asOf: number): Uint32Array {
  const ways = new Uint32Array(size);
  for (const field of STANDING_DATES) {
    const { at } = dates[field];
    for (let row = 0; row < size; row++) {
      const instant = at[row] as number;
      const state = Number.isNaN(instant) ? 0 : instant > asOf ? 2 : 1;
      ways[row] = (ways[row] as number) * STATES.length + state;
    }
  }
  return ways;
}

function stateIn(way: number, place: number): DateState {
  const digit = Math.floor(way / STATES.length ** (STANDING_DATES.length - 1 - place)) % STATES.length;
  return STATES[digit] ?? "absent";
}

function judge(table: RecordTable, asOf: number): StandingFields {
  const ways = waysOf(table, asOf);
  const { codes, values } = table.terms.status;
  const known = new Map<number, [number, number]>();
  const [outcomes, lastStages] = [new Uint8Array(table.size), new Uint8Array(table.size)];
  const kinds = STATES.length ** STANDING_DATES.length;
  for (let row = 0; row < table.size; row++) {
    const [code, way] = [codes[row] as number, ways[row] as number];
    const kind = code * kinds + way;
    let found = known.get(kind);
    if (found === undefined) {
      const standing = standingOf(groupedText(values[code] ?? null), (field) =>
        stateIn(way, STANDING_DATES.indexOf(field)),
      );
      const last = lastStage({ ...standing, count: 1 });
      found = [OUTCOMES.indexOf(standing.outcome), STAGES.indexOf(last)];
      known.set(kind, found);
    }
    [outcomes[row], lastStages[row]] = found;
  }
  return { outcomes, lastStages };
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
