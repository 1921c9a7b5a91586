import { describe, expect, it } from "vitest";
import { reconcile } from "./reconcile.ts";
import { cubeOf } from "./testing/cubes.ts";

const cube = cubeOf({ filter: null, groupBy: ["status"], level: "day" }, [
  { keys: ["Won"], count: 3 },
  { keys: [null], count: 4 },
]);

describe("reconcile", () => {
  it.each([
    [7, { kind: "complete" }],
    [8, { kind: "incomplete", counted: 7, total: 8 }],
    [6, { kind: "exceeded", counted: 7, total: 6 }],
    [0, { kind: "exceeded", counted: 7, total: 0 }],
    [null, { kind: "unknown" }],
  ])("seven counted against a total of %s", (total, expected) => {
    expect(reconcile(cube, total)).toEqual(expected);
  });
});
