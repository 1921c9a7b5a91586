import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAt, shareOfPlace, tickPlaces, timeAxis, unfinishedStretches } from "./time-axis.ts";

describe("the axis of time", () => {
  const bucket = { key: "", tick: "", name: "", unfinished: null, hasBegun: true };

  it("finds each bucket where it is drawn", () => {
    const axis = fc.record({ count: fc.integer({ min: 1, max: 400 }), isBanded: fc.boolean() });
    fc.assert(
      fc.property(axis, fc.nat(399), (one, wanted) => {
        const place = wanted % one.count;
        expect(placeAt(shareOfPlace(place, one), one, one.count - 1)).toBe(place);
      }),
    );
  });

  it("keeps to the buckets that have begun", () => {
    expect(placeAt(-3, { count: 30, isBanded: false }, 20)).toBe(0);
    expect(placeAt(1, { count: 30, isBanded: false }, 20)).toBe(20);
  });

  it("gives buckets a width where they are few, or have columns", () => {
    const columns = { key: "", name: "", colour: "", values: [] };
    expect(timeAxis({ buckets: Array(3).fill(bucket) }).isBanded).toBe(true);
    expect(timeAxis({ buckets: Array(4).fill(bucket) }).isBanded).toBe(false);
    expect(timeAxis({ buckets: Array(4).fill(bucket), columns }).isBanded).toBe(true);
  });
});

describe("the names under the axis", () => {
  it("are eight at most, from the first bucket on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (buckets) => {
        const places = tickPlaces(buckets);
        expect(places.length).toBeLessThanOrEqual(8);
        expect(places[0]).toEqual({ at: 0, isMinor: false });
        expect(places.every(({ at }) => at < buckets)).toBe(true);
      }),
    );
  });
});

describe("what is unfinished", () => {
  const at = (...words: (string | null)[]) => words.map((unfinished) => ({ unfinished }));

  it("is the stretch to the nearest finished bucket", () => {
    expect(unfinishedStretches(at("a", null, null, null, "z"), false)).toEqual([
      { from: 0, to: 1, side: "start", label: "a" },
      { from: 3, to: 4, side: "end", label: "z" },
    ]);
  });

  it("is each bar by itself where there are few", () => {
    expect(unfinishedStretches(at(null, "z"), true)).toEqual([
      { from: 0.5, to: 1.5, side: "bar", label: "z" },
    ]);
  });

  it("is no stretch where nothing is finished, or everything", () => {
    expect(unfinishedStretches(at("a", "b", "c", "d"), false)).toEqual([]);
    expect(unfinishedStretches(at(null, null, null, null), false)).toEqual([]);
  });
});
