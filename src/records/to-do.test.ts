import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { outcomeOfReferral } from "#referrals/testing/reference-rules.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST } from "./testing/arbitraries.ts";
import { TO_DO_KINDS, type ToDoKind, toDoFilters, toDoOf } from "./to-do.ts";

const atOf = (text: string | null) => {
  const reading = readInstant(text);
  return reading.kind === "instant" ? reading.at : null;
};

/** The kind of a referral's task, by the definition. */
function kindOf(referral: Referral, now: number, usualMs: number): ToDoKind | "undated" | null {
  const outcome = outcomeOfReferral(referral);
  if (outcome === "open-accepted") {
    const accepted = atOf(referral.acceptedDate);
    if (accepted === null) return "undated";
    return now - accepted > usualMs && accepted > 0 ? "silent" : null;
  }
  if (outcome !== "open-new" && outcome !== "open-acknowledged") return null;
  const created = atOf(referral.createdDate);
  if (created === null) return "undated";
  const hours = (now - created) / HOUR_MS;
  if (hours < 0 || created <= 0) return null;
  if (hours <= 24) return "due";
  if (hours <= 12 * 24) return "overdue";
  return hours <= 14 * 24 ? "expiring" : "expired";
}

const now = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => NEWEST - 30 * DAY_MS + hours * HOUR_MS);
const usual = fc.integer({ min: 0, max: 20 }).map((days) => days * DAY_MS);

it("lists what every referral asks for, the most urgent first", () => {
  fc.assert(
    fc.property(anyRecords, now, usual, ({ referrals, table }, at, usualMs) => {
      const kinds = referrals.map((one) => kindOf(one, at, usualMs));
      const { items, counts, undated } = toDoOf(table, allRows(table), at, usualMs);
      expect(undated).toBe(kinds.filter((kind) => kind === "undated").length);
      expect(counts).toEqual(
        Object.fromEntries(TO_DO_KINDS.map((kind) => [kind, kinds.filter((one) => one === kind).length])),
      );
      for (const { row, kind } of items) expect(kind).toBe(kinds[row]);
      expect(new Set(items.map(({ row }) => row)).size).toBe(items.length);
      const places = items.map(({ kind, since }) => TO_DO_KINDS.indexOf(kind) * 1e15 + since);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});

it("says until when: the answer time while it lasts, then expiry", () => {
  fc.assert(
    fc.property(anyRecords, now, ({ table }, at) => {
      for (const { kind, since, deadline } of toDoOf(table, allRows(table), at, 0).items) {
        const limit = {
          due: DAY_MS,
          overdue: 14 * DAY_MS,
          expiring: 14 * DAY_MS,
          expired: null,
          silent: null,
        };
        const days = limit[kind];
        expect(deadline).toBe(days === null ? null : since + days);
        if (deadline !== null) expect(deadline).toBeGreaterThanOrEqual(at);
      }
    }),
    { numRuns: 30 },
  );
});

it("calls nothing silent where nobody knows what is usual", () => {
  expect(toDoFilters(NEWEST, null).silent).toBeUndefined();
});
