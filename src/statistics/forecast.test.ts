import fc from "fast-check";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { calendarVariance, type DatedLives, forecastOpen } from "./forecast.ts";
import { incidenceOf, survivalAt, valueAt } from "./incidence.ts";
import { CENSORED, COMPETING, EVENT, lifeTable } from "./life-table.ts";

type Life = { age: number; end: number; since: number };

function livesOf(all: readonly Life[]): DatedLives {
  return {
    ages: Float64Array.from(all, ({ age }) => age),
    ends: Uint8Array.from(all, ({ end }) => end),
    since: Float64Array.from(all, ({ since }) => since),
  };
}

const anyLifetime: fc.Arbitrary<Life> = fc
  .record({
    age: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.double({ min: 0, max: 90, noNaN: true })),
    end: fc.constantFrom(CENSORED, EVENT, COMPETING),
    later: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ age, end, later }) => ({ age, end, since: end === CENSORED ? age : age + later }));
const anyLives = fc.array(anyLifetime, { maxLength: 120 });

describe("a forecast of the open ones", () => {
  it("is the sum of their chances, within whole numbers from none to all of them", () => {
    fc.assert(
      fc.property(anyLives, fc.constantFrom(10, 90, Number.POSITIVE_INFINITY), (all, horizon) => {
        const lifetimes = livesOf(all);
        const curve = incidenceOf(lifeTable(lifetimes));
        const found = forecastOpen(curve, lifetimes, horizon);
        const { limit } = curve.table;
        expect(found === null).toBe(limit === null);
        if (found === null || limit === null) return;
        const open = all.filter(({ end }) => end === CENSORED);
        const chances = open
          .filter(({ age }) => age < limit && survivalAt(curve, age) > 0)
          .map(({ age }) => {
            const end = Math.min(limit, age + horizon);
            return (valueAt(curve, end) - valueAt(curve, age)) / survivalAt(curve, age);
          });
        expect(found.expected).toBeCloseTo(
          chances.reduce((sum, chance) => sum + chance, 0),
          9,
        );
        expect(found.open).toBe(open.length);
        expect(found.beyond).toBe(open.length - chances.length);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.low).toBeLessThanOrEqual(found.expected + 1e-9);
        expect(found.expected).toBeLessThanOrEqual(found.high + 1e-9);
        expect(found.high).toBeLessThanOrEqual(open.length);
      }),
    );
  });

  it("says nothing where fewer than thirty are known, and none of those that nobody ever won", () => {
    const open = Array.from({ length: 40 }, (_, age) => ({ age, end: CENSORED, since: age }));
    const few = livesOf(open.slice(0, 29));
    expect(forecastOpen(incidenceOf(lifeTable(few)), few)).toBeNull();
    const lifetimes = livesOf(open);
    expect(forecastOpen(incidenceOf(lifeTable(lifetimes)), lifetimes)).toMatchObject({
      expected: 0,
      low: 0,
      high: 0,
      open: 40,
      beyond: 30,
    });
  });
});

const generator = xoroshiro128plus(14);
const unit = () => uniformFloat64(generator);

/** One lifetime with an event hazard of 1 % and a competing hazard of 1.5 % a day, and its outcome after `since`. */
function simulated(
  since: number,
  pace: (ago: number) => number = () => 1,
): { life: Life; wonAt: number | null } {
  for (let day = 0; day < 400; day++) {
    const chance = unit();
    const won = 0.01 * pace(since - day);
    const [age, isWon] = [day + 0.5, chance < won];
    if (chance >= won + 0.015) continue;
    if (age > since) return { life: { age: since, end: CENSORED, since }, wonAt: isWon ? age : null };
    return { life: { age, end: isWon ? EVENT : COMPETING, since }, wonAt: null };
  }
  return { life: { age: Math.min(since, 400), end: CENSORED, since }, wonAt: null };
}

it("holds what really comes in eight of ten worlds", () => {
  let held = 0;
  const worlds = 300;
  for (let world = 0; world < worlds; world++) {
    const all = Array.from({ length: 400 }, () => simulated(unit() * 500));
    const lifetimes = livesOf(all.map(({ life }) => life));
    const table = lifeTable(lifetimes);
    const found = forecastOpen(incidenceOf(table), lifetimes);
    // Forecasts end at the largest age with enough at risk.
    const end = table.limit ?? 0;
    const happened = all.filter(({ wonAt }) => wonAt !== null && wonAt <= end).length;
    if (found && happened >= found.low && happened <= found.high) held += 1;
  }
  process.stdout.write(`80 % interval of a forecast: held in ${held} of ${worlds} simulated worlds\n`);
  expect(held / worlds).toBeGreaterThan(0.76);
  expect(held / worlds).toBeLessThan(0.95);
});

describe("the swing of the calendar", () => {
  const varianceOf = (pace: (ago: number) => number) => {
    const lifetimes = livesOf(Array.from({ length: 20_000 }, () => simulated(unit() * 720, pace).life));
    return calendarVariance(incidenceOf(lifeTable(lifetimes)), lifetimes);
  };

  it("is close to none where the pace is even", () => {
    expect(varianceOf(() => 1)).toBeLessThan(0.005);
  });

  it("is the variance of a pace that changes from month to month", () => {
    const found = varianceOf((ago) => (Math.floor(ago / 30) % 2 === 0 ? 0.6 : 1.4));
    expect(found).toBeGreaterThan(0.12);
    expect(found).toBeLessThan(0.2);
  });
});
