import { expect, test } from "vitest";
import { createPool } from "./pool.ts";

test("never lends more than there is, and serves in order", async () => {
  const pool = createPool(["a", "b"]);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const task = (nth: number) => async () => {
    started.push(nth);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await Promise.all([0, 1, 2, 3, 4].map((nth) => pool.use(task(nth))));
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4]);
});

test("what a failed task held is lent again", async () => {
  const pool = createPool(["a"]);
  await expect(pool.use(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await pool.use(async (lent) => lent)).toBe("a");
});
