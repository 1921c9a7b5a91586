import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AnalyticsError, type RetryAfter, TOO_LARGE_CODE } from "./errors.ts";
import { classifyFailure } from "./failure.ts";
import { retryDelay } from "./retry.ts";

const NOW = Date.UTC(2026, 9, 21);

function answered(status: number): AnalyticsError {
  return classifyFailure(status, new Headers(), "");
}

function asking(retryAfter: RetryAfter): AnalyticsError {
  return new AnalyticsError({ kind: "throttled", retryAfter }, { status: 429 });
}

function delay(error: AnalyticsError, attempt = 0, random = 1): number | null {
  return retryDelay({ error, attempt, now: NOW, random });
}

describe("retryDelay", () => {
  test.each([429, 500, 502, 503, 504])("tries again after %d", (status) => {
    expect(delay(answered(status))).toBe(1000);
  });

  test("tries again without a network, but not after a time limit or a bad answer", () => {
    expect(delay(new AnalyticsError({ kind: "network" }))).toBe(1000);
    expect(delay(new AnalyticsError({ kind: "timeout" }))).toBeNull();
    expect(delay(new AnalyticsError({ kind: "html" }, { status: 200 }))).toBeNull();
  });

  test.each([400, 401, 403, 404, 408, 501, 505])("gives up after %d", (status) => {
    expect(delay(answered(status))).toBeNull();
  });

  test("doubles the longest wait up to a minute and gives up after eight tries", () => {
    const waits = Array.from({ length: 9 }, (_, attempt) => delay(answered(503), attempt));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, null, null]);
  });

  test("waits as long as the service says, by its clock or by ours", () => {
    expect(delay(asking({ kind: "delay", ms: 7000 }), 3, 0)).toBe(7000);
    expect(delay(asking({ kind: "date", at: NOW + 9000 }))).toBe(9000);
  });

  test.each<[string, RetryAfter]>([
    ["at once", { kind: "delay", ms: 0 }],
    ["in the past", { kind: "date", at: NOW - 9000 }],
    ["in two days", { kind: "delay", ms: 2 * 86_400_000 }],
    ["in another century", { kind: "date", at: Date.UTC(2126, 0) }],
    ["after more seconds than there are", { kind: "delay", ms: Number.POSITIVE_INFINITY }],
  ])("backs off by its own rule when the service asks to come back %s", (_when, retryAfter) => {
    const waits = [0, 1, 2].map((attempt) => delay(asking(retryAfter), attempt));
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  test("does not ask again for what is too large", () => {
    const body = JSON.stringify({ code: TOO_LARGE_CODE, description: "Too large." });
    expect(delay(classifyFailure(502, new Headers(), body))).toBeNull();
  });

  test("does not wait in silence for more than ten minutes", () => {
    expect(delay(asking({ kind: "delay", ms: 600_000 }))).toBe(600_000);
    expect(delay(asking({ kind: "delay", ms: 600_001 }))).toBeNull();
  });

  test("spreads the waits over the whole range", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), (random, attempt) => {
        expect(delay(answered(500), attempt, random)).toBeLessThanOrEqual(1000 * 2 ** attempt);
        expect(delay(answered(500), attempt, random)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(delay(answered(500), 2, 0.25)).toBe(1000);
  });
});
