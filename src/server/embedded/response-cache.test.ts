import { expect, test } from "vitest";
import { createPool } from "../store/pool.ts";
import { createResponseCache } from "./response-cache.ts";

/** Never resolves; ends when aborted. */
function endless(signals: AbortSignal[]) {
  return (signal: AbortSignal): Promise<Buffer> => {
    signals.push(signal);
    return new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  };
}

test("an answer is made for as long as one of its callers waits", async () => {
  const cache = createResponseCache(1000, 60_000);
  const [signals, one, other] = [[] as AbortSignal[], new AbortController(), new AbortController()];
  const ends = Promise.allSettled([
    cache.get("a", endless(signals), one.signal),
    cache.get("a", endless(signals), other.signal),
  ]);
  one.abort("gone");
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  other.abort("gone");
  expect(await ends).toEqual([
    { status: "rejected", reason: "gone" },
    { status: "rejected", reason: "gone" },
  ]);
  expect((await cache.get("a", async () => Buffer.from("new"))).toString()).toBe("new");
  expect((await cache.get("a", endless(signals))).toString()).toBe("new");
});

test("an answer that takes too long is ended, and made anew for the next caller", async () => {
  const cache = createResponseCache(1000, 5);
  await expect(cache.get("a", endless([]))).rejects.toMatchObject({ reason: "timeout" });
  expect((await cache.get("a", async () => Buffer.from("new"))).toString()).toBe("new");
});

test("the wait for a place is part of the time", async () => {
  const [pool, cache] = [createPool(["place"]), createResponseCache(1000, 5)];
  void pool.use(() => new Promise(() => {}));
  const answer = cache.get("a", (signal) => pool.use(async () => Buffer.from("late"), signal));
  await expect(answer).rejects.toMatchObject({ reason: "timeout" });
  expect(pool.waiting()).toBe(0);
});
