import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS } from "#lib/calendar.ts";
import { allRows } from "#records/rows.ts";
import { anyRecords, NEWEST } from "#records/testing/arbitraries.ts";
import { TIMES_FIGURES } from "#selection/keys/times.ts";
import { WHY_DIMENSIONS } from "#selection/keys/why.ts";
import { comparedTimes } from "./times-comparison.ts";
import { explainedTimes } from "./times-why-panel.tsx";

const limits = { answerMs: DAY_MS, expiryMs: 14 * DAY_MS };

it("explains each change without remainder, by each dimension", () => {
  const anyCase = fc.tuple(
    anyRecords,
    anyRecords,
    fc.constantFrom(...TIMES_FIGURES),
    fc.constantFrom(...WHY_DIMENSIONS),
  );
  fc.assert(
    fc.property(anyCase, ([own, other, figure, by]) => {
      const [now, before] = [own, other].map(({ table }) => ({ table, rows: allRows(table), now: NEWEST }));
      if (!now || !before) return;
      const both = { now, by: { "equal-age": before, today: before }, late: before };
      const why = explainedTimes(both, { judged: "equal-age", limits, figure, by });
      const row = comparedTimes(both, "equal-age", limits).find(({ key }) => key === figure);
      const [to, from] = [row?.now, row?.by["equal-age"]];
      if (typeof to === "number" && typeof from === "number") expect(why?.change).toBe(to - from);
      else if (
        typeof to === "object" &&
        typeof from === "object" &&
        to.kind === "rate" &&
        from.kind === "rate"
      )
        expect(why?.change).toBeCloseTo(to.value - from.value, 12);
      else expect(why).toBeNull();
      const sum = why?.parts.reduce((all, part) => all + part.sum, why.volume) ?? 0;
      expect(sum).toBeCloseTo(why?.change ?? 0, 10);
    }),
  );
});
