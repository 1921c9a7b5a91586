import type { RawRow, RawTable, TableNote } from "../raw-table.ts";
import { BATCH_ROWS } from "./limits.ts";
import { RejectedRowsLog } from "./rejected-rows.ts";

/**
 * A table read in batches by `read`, which finally returns notes. Can be read several times; before the first time it
 * has the notes of opening.
 */
export function tableOfBatches(
  about: Omit<RawTable, "rejected" | "notes" | "batches">,
  start: readonly TableNote[],
  read: (rejected: RejectedRowsLog) => AsyncGenerator<RawRow[], readonly TableNote[]>,
): RawTable {
  const rejected = new RejectedRowsLog();
  let notes = start;
  return {
    ...about,
    rejected,
    get notes() {
      return notes;
    },
    async *batches() {
      rejected.clear();
      notes = yield* read(rejected);
    },
  };
}

/** Rows in batches of about BATCH_ROWS: `take` appends those of one record. */
export async function* inBatches<T>(
  records: AsyncIterable<readonly T[]>,
  take: (record: T, batch: RawRow[]) => void,
): AsyncGenerator<RawRow[], void> {
  let batch: RawRow[] = [];
  for await (const some of records) {
    for (const record of some) take(record, batch);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
