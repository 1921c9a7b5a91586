import { describe, expect, it } from "vitest";
import type { ChartLine, ChartModel } from "./chart-model.ts";
import { chartPoints } from "./chart-points.ts";

const bucket = { key: "", tick: "", name: "", unfinished: null, hasBegun: true };

function modelOf(part: Partial<ChartModel>, buckets: number): ChartModel {
  const scale = { top: 10, ticks: [0, 10] };
  return { buckets: Array(buckets).fill(bucket), kind: "stack", series: [], lines: [], scale, ...part };
}

const series = (key: string, values: readonly (number | null)[]) => ({
  key,
  name: key,
  colour: "red",
  values,
});
const line = (values: readonly (number | null)[], part: Partial<ChartLine> = {}): ChartLine => ({
  ...series("line", values),
  look: "solid",
  ...part,
});

const fieldOf = (key: string, lines: readonly ChartLine[]) =>
  chartPoints(modelOf({ lines }, lines[0]?.values.length ?? 0)).map((point) => point[key] ?? null);

describe("the rows that recharts draws", () => {
  it("have the lowest series of a stack first, and end before what has not begun", () => {
    const model = modelOf({ series: [series("top", [1, 2]), series("low", [3, 4])] }, 2);
    expect(chartPoints(model)).toEqual([
      expect.objectContaining({ at: 0, s0: 3, s1: 1 }),
      expect.objectContaining({ at: 1, s0: 4, s1: 2 }),
    ]);
    const buckets = [bucket, { ...bucket, hasBegun: false }];
    expect(chartPoints({ ...model, buckets })).toHaveLength(1);
  });

  it("have a dot for each value that stands alone, or for all", () => {
    const values = [1, null, 2, 3, null, 4];
    expect(fieldOf("l0 dot", [line(values)])).toEqual(["full", null, null, null, null, "full"]);
    expect(fieldOf("l0 dot", [line(values, { hasDots: true })])).toEqual([
      ...["full", null, "full", "full", null, "full"],
    ]);
  });

  it("part a line where its values may still change: dashed from the value before, with hollow dots", () => {
    const open = [line([1, 2, 3, null], { isOpen: [false, false, true, false], hasDots: true })];
    expect(fieldOf("l0", open)).toEqual([1, 2, null, null]);
    expect(fieldOf("l0 open", open)).toEqual([null, 2, 3, null]);
    expect(fieldOf("l0 dot", open)).toEqual(["full", "full", null, null]);
    expect(fieldOf("l0 open dot", open)).toEqual([null, null, "hollow", null]);
  });

  it("have a gap, not 0, where there is no value, and its interval beside each that is there", () => {
    const band = [line([0.5, null], { band: [[0.4, 0.6], null] })];
    expect(fieldOf("l0", band)).toEqual([0.5, null]);
    expect(fieldOf("l0 band", band)).toEqual([[0.4, 0.6], null]);
  });
});
