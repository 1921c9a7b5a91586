import { expect, it } from "vitest";
import { inTime } from "./in-time.ts";

it("what comes in time is handed on, be it good or bad", async () => {
  await expect(inTime(Promise.resolve(7), 1_000)).resolves.toBe(7);
  await expect(inTime(Promise.reject(new Error("no")), 1_000)).rejects.toThrow("no");
});

it("what never comes is not waited for", async () => {
  await expect(inTime(new Promise(() => {}), 5)).rejects.toThrow("5 ms");
});
