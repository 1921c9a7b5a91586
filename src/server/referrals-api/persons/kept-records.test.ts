import fc from "fast-check";
import { expect, it } from "vitest";
import { API_HEADER, type ApiRow } from "../reader/api-row.ts";
import { KeptRecords } from "./kept-records.ts";

const UPDATED = "2026-01-01T00:00:00.0000000Z";

function row(id: string | null, name: string): ApiRow {
  const values: Record<string, string | null> = {
    id,
    "customerProfile.name": name,
    createdDateTime: UPDATED,
  };
  return { id, updated: 0, cells: API_HEADER.map((path) => values[path] ?? null) };
}

const rows = fc.array(
  fc.record({
    id: fc.option(fc.constantFrom("a", "b", "c", "d", "e")),
    name: fc.constantFrom("Ä\n“1”", "2", "3"),
  }),
  { maxLength: 6 },
);

/** Customers by id, those without one by name. */
function contentsOf(kept: KeptRecords): Map<string, string | null> {
  return new Map(
    [...kept].map(({ terms }) => [terms.id ?? `none ${terms.customerName}`, terms.customerName]),
  );
}

it("has the latest version of each referral once, as a plain map has, and knows whether a page changed it", () =>
  fc.assert(
    fc.asyncProperty(fc.array(rows, { maxLength: 8 }), async (pages) => {
      let kept = new KeptRecords();
      const expected = new Map<string, string>();
      for (const page of pages) {
        const before = JSON.stringify([...expected]);
        for (const { id, name } of page) expected.set(id ?? `none ${name}`, name);
        const earlier = kept;
        kept = kept.copy();
        const contents = contentsOf(earlier);
        const isChanged = await kept.add(page.map(({ id, name }) => row(id, name)));
        // A page may change a referral and change it back.
        if (JSON.stringify([...expected]) !== before) expect(isChanged).toBe(true);
        if (page.length === 0) expect(isChanged).toBe(false);
        expect(await kept.copy().add(page.slice(-1).map(({ id, name }) => row(id, name)))).toBe(false);
        expect(contentsOf(earlier)).toEqual(contents);
        expect(contentsOf(kept)).toEqual(expected);
        expect([kept.size, [...kept].length]).toEqual([expected.size, expected.size]);
      }
    }),
    { numRuns: 25 },
  ));
