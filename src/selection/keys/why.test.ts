import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPeriod } from "#referrals/testing/arbitraries.ts";
import { readParameters, writeParameters } from "../parameter.ts";
import { RIVAL_DIMENSIONS } from "./rival.ts";
import { WHY_DIMENSIONS, WHY_FIGURES, WHY_KEYS } from "./why.ts";

const anyDays = fc
  .tuple(anyPeriod, anyPeriod)
  .filter(([one, other]) => other.from < one.from)
  .map(([period, comparison]) => ({ period, comparison }));

const anyKeys = fc.record({
  why: fc.constantFrom(...WHY_FIGURES),
  whyBy: fc.constantFrom(...WHY_DIMENSIONS),
  whyDays: fc.option(anyDays),
  whyRival: fc.option(
    fc.record({ dimension: fc.constantFrom(...RIVAL_DIMENSIONS), value: fc.constantFrom("DE", "", "A,B") }),
  ),
});

test("what is explained is read as it was written", () => {
  fc.assert(
    fc.property(anyKeys, (keys) => {
      const search = new URLSearchParams();
      writeParameters(WHY_KEYS, keys, search);
      expect(readParameters(WHY_KEYS, search)).toEqual({ values: keys, faults: [] });
    }),
  );
});

test.each([
  "2025-01-01~2025-01-31",
  "2025-02-30~2025-03-01~2024-01-01~2024-01-31",
  "2025-01-31~2025-01-01~2024-01-01~2024-01-31",
  "2024-01-01~2024-01-31~2025-01-01~2025-01-31",
  "2025-01-01~2025-01-31~2024-01-01~2024-01-31~",
])("%s is told, and the page's comparison is explained", (text) => {
  const { values, faults } = readParameters(WHY_KEYS, new URLSearchParams({ "why-days": text }));
  expect(values.whyDays).toBeNull();
  expect(faults).toHaveLength(1);
});
