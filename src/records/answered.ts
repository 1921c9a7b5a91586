import type { RecordTable } from "#partner-center/record-table.ts";
import type { AnswerGroup } from "#referrals/answer-group.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { type Rate, rateOf } from "#referrals/rate.ts";
import { derivedFieldsOf } from "./derived-fields.ts";
import type { Rows } from "./rows.ts";

/** Referrals by answer group; the groups add up to `created`. */
export type Answered = {
  limitMs: number;
  created: number;
  counts: Record<AnswerGroup, number>;
  /** In time / created. Those still within the time are in the base, so this can only grow. */
  share: Rate;
  /** In time / all but `still-within` and `unknown`. */
  shareOfDecided: Rate;
};

const OPEN_NEW = OUTCOMES.indexOf("open-new");
const OPEN_ACKNOWLEDGED = OUTCOMES.indexOf("open-acknowledged");

/** The earlier date that is not before `created`; NaN for none. */
function answerAt(created: number, acknowledged: number, accepted: number): number {
  const [first, second] = acknowledged <= accepted ? [acknowledged, accepted] : [accepted, acknowledged];
  if (first >= created) return first;
  return second >= created ? second : Number.NaN;
}

/** The answer group of a row for an answer time of `limitMs` at `now` (ms UTC); exactly at the limit is in time. */
export function answerReader(table: RecordTable, limitMs: number, now: number): (row: number) => AnswerGroup {
  const { outcomes, lastStages } = derivedFieldsOf(table);
  const { createdDate, acknowledgedDate, acceptedDate } = table.dates;
  const undatedGroup = (row: number, created: number): AnswerGroup => {
    const isAnswered = lastStages[row] !== 0 || outcomes[row] === OPEN_ACKNOWLEDGED;
    if (isAnswered) return "unknown";
    return outcomes[row] === OPEN_NEW && now - created <= limitMs ? "still-within" : "unanswered";
  };
  return (row) => {
    const created = createdDate.at[row] as number;
    if (Number.isNaN(created)) return "unknown";
    const answer = answerAt(created, acknowledgedDate.at[row] as number, acceptedDate.at[row] as number);
    if (Number.isNaN(answer)) return undatedGroup(row, created);
    return answer - created <= limitMs ? "in-time" : "late";
  };
}

/** The share of these rows answered within `limitMs` after creation, at `now` (ms UTC). */
export function answeredWithin(table: RecordTable, rows: Rows, limitMs: number, now: number): Answered {
  const groupOf = answerReader(table, limitMs, now);
  const counts = { "in-time": 0, late: 0, unanswered: 0, "still-within": 0, unknown: 0 };
  for (const row of rows) counts[groupOf(row)] += 1;
  const decided = counts["in-time"] + counts.late + counts.unanswered;
  return {
    limitMs,
    created: rows.length,
    counts,
    share: rateOf(counts["in-time"], rows.length),
    shareOfDecided: rateOf(counts["in-time"], decided),
  };
}
