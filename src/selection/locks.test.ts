import { expect, it } from "vitest";
import { unlocked } from "./use-selection.ts";

it("a locked part of the selection stays as it is, and the rest of the change is made", () => {
  const change = { markets: ["FR"], from: "2026-01-01", to: null, grain: "month" } as const;
  expect(unlocked({ lock: ["market", "period"] }, change)).toEqual({ grain: "month" });
  expect(unlocked({ lock: ["partner"] }, change)).toEqual(change);
  expect(unlocked({ lock: [] }, change)).toEqual(change);
});
