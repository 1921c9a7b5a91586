import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timelineAxis } from "./timeline-bar.tsx";

const instants = fc
  .array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1, maxLength: 11 })
  .map((all) => all.sort((a, b) => a - b));

describe("the axis of a life", () => {
  it("places instants in proportion, from the first to the last", () => {
    const { places, height } = timelineAxis([0, 25, 100]);
    const [first = 0, second = 0, last = 0] = places.map(({ at }) => at);
    expect((second - first) / (last - first)).toBeCloseTo(0.25);
    expect([first, last]).toEqual([22, height - 22]);
  });

  it("keeps labels apart and within the axis", () => {
    fc.assert(
      fc.property(instants, (all) => {
        const { places, height } = timelineAxis(all);
        for (const [index, { label }] of places.entries()) {
          const before = places[index - 1]?.label ?? -22;
          expect(label - before).toBeGreaterThanOrEqual(44 - 1e-6);
          expect(label).toBeLessThanOrEqual(height - 22 + 1e-6);
        }
      }),
    );
  });
});
