import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFaults } from "./fault.ts";
import { createFaultSwitch } from "./fault-switch.ts";

const aSeed = fc.integer();

function kindsOf(random: object, calls: number): (string | undefined)[] {
  const read = readFaults([{ kind: "random", ...random }]);
  if ("wrong" in read) throw new Error(read.wrong.join());
  const faults = createFaultSwitch();
  faults.set(read.faults);
  return Array.from({ length: calls }, () => faults.take({ isGrouped: true })[0]?.kind);
}

describe("a random mix", () => {
  it("is the same for the same seed", () => {
    fc.assert(
      fc.property(aSeed, (seed) => {
        expect(kindsOf({ seed }, 40)).toEqual(kindsOf({ seed }, 40));
      }),
    );
  });

  it("differs between seeds", () => {
    const runs = Array.from({ length: 50 }, (_, seed) => kindsOf({ seed }, 20).join());
    expect(new Set(runs).size).toBe(50);
  });

  it("hits the share of calls that it should, and ends after its times", () => {
    const hits = (kinds: readonly unknown[]) => kinds.filter((kind) => kind !== undefined).length;
    expect(hits(kindsOf({ seed: 1, share: 1 }, 200))).toBe(200);
    expect(hits(kindsOf({ seed: 1, share: 0 }, 200))).toBe(0);
    expect(hits(kindsOf({ seed: 1, share: 1, times: 7 }, 200))).toBe(7);
    expect(Math.abs(hits(kindsOf({ seed: 1, share: 0.3 }, 2000)) - 600)).toBeLessThan(100);
  });

  it("draws every kind, or those it is given", () => {
    expect(new Set(kindsOf({ seed: 5, share: 1 }, 2000)).size).toBe(15);
    const of = [{ kind: "drop" }, { kind: "html" }];
    expect(new Set(kindsOf({ seed: 5, share: 1, of }, 50))).toEqual(new Set(["drop", "html"]));
  });
});
