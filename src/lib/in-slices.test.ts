import { expect, it } from "vitest";
import { inSlices } from "./in-slices.ts";

function* counting(until: number, onStep: (step: number) => void): Generator<undefined, string> {
  for (let step = 1; step <= until; step++) {
    onStep(step);
    yield;
  }
  return "done";
}

it("does every step in order, and lets others in between where steps take long", async () => {
  const seen: (number | string)[] = [];
  const work = inSlices(
    counting(3, (step) => {
      seen.push(step);
      const end = performance.now() + 10;
      while (performance.now() < end);
    }),
    new AbortController().signal,
  );
  setTimeout(() => seen.push("other"));
  expect(await work).toBe("done");
  expect(seen.filter((one) => one !== "other")).toEqual([1, 2, 3]);
  expect(seen.indexOf("other")).toBeLessThan(3);
});

it("stops once nobody wants it", async () => {
  const controller = new AbortController();
  const seen: number[] = [];
  const work = inSlices(
    counting(10, (step) => {
      seen.push(step);
      if (step === 4) controller.abort();
    }),
    controller.signal,
  );
  expect(await work).toBeNull();
  expect(seen).toEqual([1, 2, 3, 4]);
});
