import type { Filter } from "#partner-center/filter.ts";
import type { PageRange } from "#partner-center/query.ts";
import type { FieldRow } from "#records/deal-columns.ts";

/** A page of additional fields of the records that pass a filter. */
export type FieldsPage = { rows: readonly FieldRow[]; totalCount: number };
export type FetchFields = (
  filter: Filter | null,
  page: PageRange,
  signal: AbortSignal | undefined,
) => Promise<FieldsPage>;

/** A page takes a few hundredths of a second. */
const FIELDS_TOP = 2500;

/**
 * Downloads all pages, in the order of the records.
 * @throws AnalyticsError, AbortError
 */
export async function downloadFields(
  fetchFields: FetchFields,
  filter: Filter | null,
  signal?: AbortSignal,
): Promise<FieldRow[]> {
  const all: FieldRow[] = [];
  for (;;) {
    const { rows, totalCount } = await fetchFields(filter, { top: FIELDS_TOP, skip: all.length }, signal);
    all.push(...rows);
    if (rows.length === 0 || all.length >= totalCount) return all;
  }
}
