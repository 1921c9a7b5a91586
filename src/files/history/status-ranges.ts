import type { DateField } from "#partner-center/fields.ts";
import { type ExtraFields, RANGED_DATES, type RangedDate, type RangeExtra } from "../records/extra-fields.ts";
import type { ImportedRecord } from "../records/imported-record.ts";
import { END_STEP, STEP_OF_DATE, stepOf } from "../values/status.ts";

/** Both ends in ms since 1970 UTC. */
export type ImportRange = { from: number; to: number };

export function dateRangeOf(extra: ExtraFields, field: RangedDate): ImportRange | null {
  const [from, to] = [extra[`${field}From`], extra[`${field}To`]];
  return from === undefined || to === undefined ? null : { from, to };
}

export function withRange(extra: ExtraFields, field: RangedDate, range: ImportRange | null): ExtraFields {
  const next = { ...extra };
  const [from, to]: [RangeExtra, RangeExtra] = [`${field}From`, `${field}To`];
  delete next[from];
  delete next[to];
  return range === null ? next : { ...next, [from]: range.from, [to]: range.to };
}

export function rangesIn(extra: ExtraFields): ExtraFields {
  return RANGED_DATES.reduce((found: ExtraFields, field) => {
    const range = dateRangeOf(extra, field);
    return range === null ? found : withRange(found, field, range);
  }, {});
}

/**
 * Updates the ranges after a status was observed again. A further status gets this range for its date; dates
 * contradicted by the status (reopened, or ended differently) lose theirs. Missing or unrecognised statuses change
 * nothing.
 */
export function changeRanges(
  extra: ExtraFields,
  { before, after }: { before: string | null; after: string | null },
  range: ImportRange,
): ExtraFields {
  const now = after === null ? null : stepOf(after);
  if (before === null || now === null) return extra;
  const was = stepOf(before) ?? { step: -1, field: null };
  const denied = [...STEP_OF_DATE].filter(
    ([field, step]) => step > now.step || (step === now.step && field !== now.field),
  );
  const kept = denied.reduce((found, [field]) => withRange(found, field, null), extra);
  const isChange = now.field !== null && now.field !== was.field && now.step >= was.step;
  return isChange && now.field !== null ? withRange(kept, now.field, range) : kept;
}

/** The end date that a later status contradicts, if any. */
export function deniedEnd(before: string | null, after: string | null): RangedDate | null {
  const [was, now] = [before, after].map((status) => (status === null ? null : stepOf(status)));
  if (!was || !now || was.step !== END_STEP || now.step > END_STEP) return null;
  return was.field === now.field ? null : was.field;
}

/**
 * Fills dates that only the history provides, with the middle of their ranges; the extra fields keep the ranges used.
 * Dates of the file take precedence, except substitutes outside the range.
 */
export function datedByHistory(record: ImportedRecord): ImportedRecord {
  let { extra } = record;
  const dates = { ...record.dates };
  const approximate = new Set(record.approximate);
  for (const field of RANGED_DATES) {
    const known = dateRangeOf(extra, field);
    if (known === null) continue;
    const range = isUsed(record, field, known) ? clipped(record, field, known) : null;
    extra = withRange(extra, field, range);
    if (range === null) continue;
    dates[field] = { kind: "instant", at: Math.floor((range.from + range.to) / 2) };
    approximate.delete(field);
  }
  return { ...record, extra, dates, approximate };
}

function isUsed(
  { dates, approximate, extra }: ImportedRecord,
  field: RangedDate,
  range: ImportRange,
): boolean {
  // An outgoing deal is accepted on creation.
  if (field === "acceptedDate" && extra.direction === "outgoing") return false;
  const date = dates[field];
  if (date.kind !== "instant") return date.kind === "never";
  return approximate.has(field) && (date.at < range.from || date.at > range.to);
}

/** Narrows a range by the file's own earlier and later dates; null if they contradict it. */
function clipped(record: ImportedRecord, field: RangedDate, { from, to }: ImportRange): ImportRange | null {
  const step = STEP_OF_DATE.get(field) ?? 0;
  const exact = (other: DateField) => {
    const date = record.dates[other];
    return date.kind === "instant" && !record.approximate.has(other) ? [date.at] : [];
  };
  const earlier = [...STEP_OF_DATE].filter(([, other]) => other < step).flatMap(([other]) => exact(other));
  const later = [...STEP_OF_DATE].filter(([, other]) => other > step).flatMap(([other]) => exact(other));
  const within = (at: number) => at >= from && at <= to;
  const [created] = exact("createdDate");
  if (created !== undefined && created > to) return null;
  const first = Math.max(from, created ?? from);
  const range = {
    from: Math.max(first, ...earlier.filter(within)),
    to: Math.min(to, ...later.filter(within)),
  };
  // The file's own dates are out of order: ignore them.
  return range.from <= range.to ? range : { from: first, to };
}
