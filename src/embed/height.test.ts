import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHeightReporter } from "./height.ts";

/** A clock moved by hand. */
function createClock() {
  let now = 0;
  const timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after: (ms: number, act: () => void) => void timers.push({ at: now + ms, act }),
    pass(ms: number) {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.act();
      }
    },
  };
}

function createReporter() {
  const clock = createClock();
  const reports: { height: number; at: number }[] = [];
  const take = createHeightReporter((height) => reports.push({ height, at: clock.now() }), clock);
  return { clock, reports, take, heights: () => reports.map(({ height }) => height) };
}

describe("the height that a host is reports", () => {
  it("is reports at once, and the last one of a change after the pause", () => {
    const { clock, take, heights } = createReporter();
    for (const height of [400, 500, 620, 610.2]) take(height);
    expect(heights()).toEqual([400]);
    clock.pass(100);
    expect(heights()).toEqual([400, 611]);
  });

  it("is not reports for four pixels", () => {
    const { clock, take, heights } = createReporter();
    for (const height of [400, 404, 396, 405]) {
      take(height);
      clock.pass(1000);
    }
    expect(heights()).toEqual([400, 405]);
  });

  it("is reports at most ten times a second, and ends at what was measured last", () => {
    const steps = fc.array(fc.record({ height: fc.integer({ min: 0, max: 5000 }), ms: fc.nat(150) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const { clock, take, reports } = createReporter();
        for (const { height, ms } of all) {
          take(height);
          clock.pass(ms);
        }
        clock.pass(100);
        const pauses = reports.slice(1).map(({ at }, index) => at - (reports[index]?.at ?? 0));
        expect(Math.min(100, ...pauses)).toBe(100);
        expect(Math.abs((reports.at(-1)?.height ?? 0) - (all.at(-1)?.height ?? 0))).toBeLessThanOrEqual(4);
      }),
    );
  });
});
