import { Virtualizer } from "@tanstack/react-virtual";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxHeight, ROW_PX, rowOptions, scrollRatio, topShowing } from "./row-window.ts";

type Scrolled = { count: number; view: number; top: number };

/** The rendered rows, and the row position of the first visible pixel. */
function drawn({ count, view, top }: Scrolled, focused: number | null = null) {
  const from = top * scrollRatio(count, view);
  const virtualizer = new Virtualizer<Element, Element>({
    ...rowOptions(count, focused),
    initialRect: { width: 1200, height: view },
    initialOffset: from,
    getScrollElement: () => null,
    scrollToFn: () => {},
    observeElementRect: () => {},
    observeElementOffset: () => {},
  });
  return { from, indexes: virtualizer.getVirtualIndexes() };
}

const scrolled: fc.Arbitrary<Scrolled> = fc
  .record({
    count: fc.integer({ min: 0, max: 1_200_000 }),
    view: fc.integer({ min: 64, max: 2000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ count, view, share }) => ({
    count,
    view,
    top: Math.floor(Math.max(0, boxHeight(count) - view) * share),
  }));

describe("the rows that are drawn", () => {
  it("are all those in sight, and few more", () => {
    fc.assert(
      fc.property(scrolled, (at) => {
        const { from, indexes } = drawn(at);
        const [first, last] = [
          Math.floor(from / ROW_PX),
          Math.min(at.count, Math.ceil((from + at.view) / ROW_PX)) - 1,
        ];
        for (let row = first; row <= last; row++) expect(indexes).toContain(row);
        expect(indexes.length).toBeLessThanOrEqual(at.view / ROW_PX + 20);
      }),
      { numRuns: 40 },
    );
  });

  it("end with the last row at the end of the box, however many there are", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1_200_000 }), (count) => {
        const view = 640;
        const { from, indexes } = drawn({ count, view, top: boxHeight(count) - view });
        expect(indexes.at(-1)).toBe(count - 1);
        expect(Math.abs(from + view - count * ROW_PX)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  it("hold a row after the scrolling that brings it into sight", () => {
    fc.assert(
      fc.property(scrolled, fc.double({ min: 0, max: 1, noNaN: true }), (at, share) => {
        const row = Math.floor(Math.max(0, at.count - 1) * share);
        const { indexes } = drawn({ ...at, top: topShowing(row, at) });
        if (at.count > 0) expect(indexes).toContain(row);
      }),
      { numRuns: 40 },
    );
  });

  it("do not scroll for a row that is in sight", () => {
    expect(topShowing(5, { count: 100, top: 64, view: 320 })).toBe(64);
  });

  it("come in order, with the one that has the focus wherever it is", () => {
    const at = { count: 100, view: 64, top: 640 };
    const { indexes } = drawn(at);
    expect(drawn(at, indexes[0]).indexes).toEqual(indexes);
    expect(drawn(at, 2).indexes).toEqual([2, ...indexes]);
    expect(drawn(at, 99).indexes).toEqual([...indexes, 99]);
  });
});
