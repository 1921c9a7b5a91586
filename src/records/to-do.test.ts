import fc from "fast-check";
import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import type { RecordTable } from "#partner-center/record-table.ts";
import { outcomeOfReferral } from "#referrals/testing/reference-rules.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST } from "./testing/arbitraries.ts";
import { TO_DO_KINDS, type ToDoKind, toDoFilters, toDoOf } from "./to-do.ts";

const atOf = (text: string | null) => {
  const reading = readInstant(text);
  return reading.kind === "instant" ? reading.at : null;
};

/** The kind of a referral's task by its dates, by the definition. */
function datedKindOf(referral: Referral, now: number, usualMs: number): ToDoKind | "undated" | null {
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

/** All kinds of a referral, the most urgent first. */
function kindsOf(referral: Referral, close: number | null, now: number, usualMs: number): ToDoKind[] {
  const dated = datedKindOf(referral, now, usualMs);
  const isOpen = outcomeOfReferral(referral).startsWith("open-");
  const isPast = isOpen && close !== null && dayAfter(close) <= now;
  const kinds = [...(dated && dated !== "undated" ? [dated] : []), ...(isPast ? ["pastClose" as const] : [])];
  return kinds.sort((a, b) => TO_DO_KINDS.indexOf(a) - TO_DO_KINDS.indexOf(b));
}

const dayAfter = (close: number) => Math.floor(close / DAY_MS + 1) * DAY_MS;

/** Expected closes, in whole days around the newest date. */
const closes = fc.array(
  fc.option(fc.integer({ min: -30, max: 10 }).map((days) => (Math.floor(NEWEST / DAY_MS) + days) * DAY_MS)),
  { minLength: 50, maxLength: 50 },
);

/** The table with expected closes, by row. */
function withCloses(table: RecordTable, close: readonly (number | null)[]): RecordTable {
  const expectedClose = Float64Array.from({ length: table.size }, (_, row) => close[row] ?? Number.NaN);
  return { ...table, extras: { texts: {}, numbers: { expectedClose } } };
}

const now = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => NEWEST - 30 * DAY_MS + hours * HOUR_MS);
const usual = fc.integer({ min: 0, max: 20 }).map((days) => days * DAY_MS);

it("lists what every referral asks for, the most urgent first", () => {
  fc.assert(
    fc.property(anyRecords, closes, now, usual, ({ referrals, table }, close, at, usualMs) => {
      const kinds = referrals.map((one, row) => kindsOf(one, close[row] ?? null, at, usualMs));
      const whole = withCloses(table, close);
      const { items, counts, undated } = toDoOf(whole, allRows(whole), at, usualMs);
      const isUndated = (one: Referral, row: number) =>
        kinds[row]?.length === 0 && datedKindOf(one, at, usualMs) === "undated";
      expect(undated).toBe(referrals.filter(isUndated).length);
      expect(counts).toEqual(
        Object.fromEntries(
          TO_DO_KINDS.map((kind) => [kind, kinds.filter((all) => all.includes(kind)).length]),
        ),
      );
      for (const { row, kind, also } of items)
        expect([kind, ...also.map((one) => one.kind)]).toEqual(kinds[row]);
      expect(items.map(({ row }) => row).sort((a, b) => a - b)).toEqual(
        kinds.flatMap((all, row) => (all.length > 0 ? [row] : [])),
      );
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
          pastClose: null,
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
