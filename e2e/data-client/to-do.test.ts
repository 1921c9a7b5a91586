import fc from "fast-check";
import { expect, it } from "vitest";
import { localRowsPassing } from "#local-files/record-queries.ts";
import type { Referral } from "#partner-center/fields.ts";
import { anyOf } from "#partner-center/filter-build.ts";
import { recordTableOf } from "#partner-center/record-table.ts";
import {
  endOfFirst,
  firstToDo,
  happenedIn,
  TO_DO_KINDS,
  type ToDoKind,
  toDoFilters,
  toDoOf,
} from "#records/to-do.ts";
import { outcomeOf } from "../oracle/outcome.ts";
import { instantOf } from "../oracle/times.ts";
import { anyReferrals, busyTime } from "./random-referrals.ts";

const DAY = 86_400_000;

type Task = { at: number; kind: ToDoKind; since: number };

/** What a referral asks for, by its age in days. */
function taskOf(one: Referral, at: number, now: number, usualDays: number): Task[] {
  const outcome = outcomeOf(one);
  const since = instantOf(one, outcome === "Open, accepted" ? "accepted" : "created");
  const age = (now - since) / DAY;
  if (!outcome.startsWith("Open") || !(since > 0) || age < 0) return [];
  if (outcome === "Open, accepted") return age > usualDays ? [{ at, kind: "silent", since }] : [];
  const kind = age <= 1 ? "due" : age <= 12 ? "overdue" : age <= 14 ? "expiring" : "expired";
  return [{ at, kind, since }];
}

it("lists the first tasks of all, and says how many follow, from a part of the referrals", () => {
  const [some, many] = [fc.nat({ max: 6 }), fc.nat({ max: 60 })];
  fc.assert(
    fc.property(anyReferrals, busyTime, some, many, (all, now, wanted, usualDays) => {
      const referrals = all as Referral[];
      const tasks = referrals
        .flatMap((one, at) => taskOf(one, at, now, usualDays))
        .sort((a, b) => TO_DO_KINDS.indexOf(a.kind) - TO_DO_KINDS.indexOf(b.kind) || a.since - b.since);
      const filters = toDoFilters(now, usualDays * DAY);
      const ofKind = (kind: ToDoKind) => tasks.filter((task) => task.kind === kind);
      const end = (kind: "expired" | "silent") => {
        const months = ofKind(kind).map(({ since }) => `${new Date(since).toISOString().slice(0, 7)}-01`);
        const counted = months.map((month) => ({ month, count: 1 }));
        return Math.min(filters[kind]?.happened.upTo ?? 0, endOfFirst(wanted, counted));
      };
      const oldest = (["expired", "silent"] as const).map((kind) => {
        const { date, happened } = filters[kind] ?? filters.due;
        return happenedIn(date, { ...happened, upTo: end(kind) });
      });
      const young = { after: filters.expiring.happened.after, upTo: now };
      const table = recordTableOf(referrals);
      const part = localRowsPassing(table, anyOf([happenedIn("createdDate", young), ...oldest]));
      const counted = {
        expired: { count: ofKind("expired").length, end: end("expired") },
        silent: { count: ofKind("silent").length, end: end("silent") },
      };
      const { items, left, counts } = firstToDo(toDoOf(table, part, now, usualDays * DAY), counted);
      const keys = (those: readonly { kind: string; since: number }[]) =>
        those.map(({ kind, since }) => `${kind} ${since}`);
      expect(keys(items)).toEqual(keys(tasks).slice(0, items.length));
      expect(left).toBe(tasks.length - items.length);
      expect(items.length).toBeGreaterThanOrEqual(Math.min(wanted, tasks.length));
      for (const kind of TO_DO_KINDS) expect(counts[kind]).toBe(ofKind(kind).length);
    }),
    { numRuns: 30 },
  );
});
