import type { RecordTable } from "#partner-center/record-table.ts";
import { STANDING_DATES, type StandingDate } from "#referrals/standing.ts";
import {
  dateState,
  decodeOutcomeState,
  judgeRows,
  type OutcomeStateColumns,
} from "#referrals/standing-rows.ts";
import { groupedText } from "./derived-fields.ts";

/** Statuses for open referrals, by the last stage reached. */
const STATUS_OF_OPEN: ReadonlyMap<string, string> = new Map([
  ["open-new", "New"],
  ["open-acknowledged", "Acknowledged"],
  ["open-accepted", "Active"],
]);

/** `late`: undated outcomes came after the instant; `before`: they had happened. */
type Proof = Exclude<keyof OutcomeStateColumns, "today">;

function stood(table: RecordTable, asOf: number, proof: Proof): RecordTable {
  const { size, terms, dates, extras } = table;
  const { codes, values } = terms.status;
  const stateAt = (field: StandingDate) => {
    const { at } = dates[field];
    return (row: number) => dateState(at[row] as number, asOf);
  };
  const outcomeStates = judgeRows({ size, statuses: { codes, values: values.map(groupedText) }, stateAt });
  const open = [...STATUS_OF_OPEN.keys()];
  const then = codes.map((code, row) => {
    const [state, today] = [
      decodeOutcomeState(outcomeStates[proof][row] as number),
      decodeOutcomeState(outcomeStates.today[row] as number),
    ];
    const place = state.outcome === today.outcome ? -1 : open.indexOf(state.outcome);
    return place < 0 ? code : values.length + place;
  });
  const masked = STANDING_DATES.map((field) => {
    const { at, unreadable } = dates[field];
    return [field, { at: at.map((instant) => (instant > asOf ? Number.NaN : instant)), unreadable }];
  });
  return {
    size,
    terms: { ...terms, status: { codes: then, values: [...values, ...STATUS_OF_OPEN.values()] } },
    dates: { ...dates, ...Object.fromEntries(masked) },
    ...(extras && { extras }),
  };
}

const kept = new WeakMap<RecordTable, Map<Proof, { asOf: number; table: RecordTable }>>();

/**
 * A table as it stood at an instant (ms UTC): later dates are removed, and a status reached by a later date is replaced
 * by an open one. Rows keep their numbers. The last table of each kind is cached.
 */
export function asItStood(table: RecordTable, asOf: number, proof: Proof = "before"): RecordTable {
  const known = kept.get(table) ?? new Map<Proof, { asOf: number; table: RecordTable }>();
  kept.set(table, known);
  const found = known.get(proof);
  if (found?.asOf === asOf) return found.table;
  const then = stood(table, asOf, proof);
  known.set(proof, { asOf, table: then });
  return then;
}
