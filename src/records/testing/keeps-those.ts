import fc from "fast-check";
import { expect } from "vitest";
import type { Referral } from "#partner-center/fields.ts";
import type { FilterContext, RecordFilter } from "../record-filter.ts";
import { rowsMatching } from "../rows-matching.ts";
import { anyRecords, NEWEST } from "./arbitraries.ts";

export const CONTEXT: FilterContext = {
  now: NEWEST,
  isNamedMarket: (code) => ["US", "DE"].includes(code),
};

/** Property: a filter keeps exactly the referrals that pass a simple predicate. */
export function keepsThose<T>(
  anyPart: fc.Arbitrary<T>,
  filterOf: (part: T) => RecordFilter,
  isWanted: (one: Referral, part: T) => boolean,
): void {
  fc.assert(
    fc.property(anyRecords, anyPart, ({ referrals, table }, part) => {
      const rows = [...rowsMatching(table, filterOf(part), CONTEXT)];
      expect(rows).toEqual(referrals.flatMap((one, row) => (isWanted(one, part) ? [row] : [])));
    }),
    { numRuns: 60 },
  );
}

/** At least one of these values. */
export function someOf<T>(...values: T[]): fc.Arbitrary<T[]> {
  return fc.subarray(values, { minLength: 1 });
}
