import fc from "fast-check";
import { expect, it } from "vitest";
import { readVisits, type Seen, VISIT_GAP_MS, type Visits, visitBase, visitsAfter } from "./visits.ts";

const MINUTE = 60_000;
const at = (minutes: number, data = minutes): Seen => ({ at: minutes * MINUTE, data });
const after = (looks: readonly Seen[]) => looks.reduce<Visits | null>(visitsAfter, null) as Visits;

it("begins a visit after half an hour without a look, and no other time", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 30 }), (gaps) => {
      const times = gaps.map((_, place) => gaps.slice(0, place + 1).reduce((sum, gap) => sum + gap));
      // The last look of each run without a gap, by brute force.
      const ends = times.filter((time, place) => {
        const next = times[place + 1];
        return next !== undefined && (next - time) * MINUTE >= VISIT_GAP_MS;
      });
      const { current, before } = after(times.map((time) => at(time)));
      expect(current).toEqual(at(times.at(-1) ?? 0));
      expect(before).toEqual(
        ends
          .toReversed()
          .slice(0, 10)
          .map((time) => at(time)),
      );
    }),
  );
});

it("is not moved by a second tab, and tells what the visit saw last", () => {
  const visits = after([at(0, 7), at(10, 8), at(500, 9), at(501, 9), at(520, 10)]);
  expect(visitBase(visits, 0, 10)).toEqual({
    kind: "visit",
    seen: at(10, 8),
    hasEarlier: false,
    isReset: false,
  });
});

it("steps back as far as there are visits", () => {
  const visits = after([at(0), at(100), at(200)]);
  const base = (minutes: number, hasEarlier: boolean) => ({
    kind: "visit",
    seen: at(minutes),
    hasEarlier,
    isReset: false,
  });
  expect(visitBase(visits, 0, 200)).toEqual(base(100, true));
  expect(visitBase(visits, 1, 200)).toEqual(base(0, false));
  expect(visitBase(visits, 9, 200)).toEqual(base(0, false));
  expect(visitBase(after([at(0)]), 0, 0)).toEqual({ kind: "first", isReset: false });
});

it("says that older data is shown than at the last visit", () => {
  expect(visitBase(after([at(0, 50), at(100, 40)]), 0, 40).kind).toBe("ahead");
});

it("drops visits that lie ahead of a clock that was set back, and says so until the next visit", () => {
  const reset = after([at(0), at(1000), at(2000), at(500)]);
  expect(reset).toEqual({ current: at(500), before: [at(0)], isReset: true });
  expect(visitsAfter(reset, at(501)).isReset).toBe(true);
  expect(visitsAfter(reset, at(600)).isReset).toBe(false);
  expect(after([at(1000), at(999.5)]).isReset).toBe(false);
});

it("says that the last visit lay in the future, not that an earlier one did", () => {
  const reset = after([at(0), at(100), at(5000), at(500)]);
  expect(visitBase(reset, 0, 500)).toEqual({
    kind: "visit",
    seen: at(100),
    hasEarlier: true,
    isReset: true,
  });
  expect(visitBase(reset, 1, 500)).toMatchObject({ seen: at(0), isReset: false });
  expect(visitBase(after([at(5000), at(500)]), 0, 500)).toEqual({ kind: "first", isReset: true });
  expect(visitBase(visitsAfter(reset, at(600)), 0, 600)).toMatchObject({ seen: at(500), isReset: false });
});

it("reads what was kept, and nothing from any other text", () => {
  const visits = after([at(0), at(100), at(50)]);
  expect(readVisits(JSON.stringify(visits))).toEqual(visits);
  for (const text of [
    null,
    "",
    "{",
    "[]",
    '{"current":{"at":"x"}}',
    '{"current":{"at":1,"data":null},"before":[]}',
  ])
    expect(readVisits(text)).toBeNull();
});
