import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "#lib/calendar.ts";
import type { Referral } from "#partner-center/fields.ts";
import { readInstant } from "#partner-center/instant.ts";
import { ANSWER_GROUPS, type AnswerGroup } from "#referrals/answer-group.ts";
import { lastStage } from "#referrals/funnel.ts";
import { referral } from "#referrals/testing/arbitraries.ts";
import { outcomeCountOf } from "#referrals/testing/reference-rules.ts";
import { answeredWithin, answerReader } from "./answered.ts";
import { allRows } from "./rows.ts";
import { anyRecords, NEWEST, tableOf } from "./testing/arbitraries.ts";

function naiveGroup(one: Referral, limitMs: number, now: number): AnswerGroup {
  const at = (text: string | null) => {
    const reading = readInstant(text);
    return reading.kind === "instant" ? [reading.at] : [];
  };
  const [created] = at(one.createdDate);
  if (created === undefined) return "unknown";
  const answers = [...at(one.acknowledgedDate), ...at(one.acceptedDate)].filter(
    (answer) => answer >= created,
  );
  if (answers.length > 0) return Math.min(...answers) - created <= limitMs ? "in-time" : "late";
  const outcomeCount = outcomeCountOf(one);
  if (lastStage(outcomeCount) !== "created" || outcomeCount.outcome === "open-acknowledged") return "unknown";
  return outcomeCount.outcome === "open-new" && now - created <= limitMs ? "still-within" : "unanswered";
}

const created = "2024-02-01T00:00:00";
const groupOf = (fields: Partial<Referral>, now = NEWEST) =>
  answerReader(tableOf([referral({ status: "New", createdDate: created, ...fields })]), DAY_MS, now)(0);

describe("an answer", () => {
  it("is in time up to the limit itself", () => {
    expect(groupOf({ acknowledgedDate: "2024-02-02T00:00:00" })).toBe("in-time");
    expect(groupOf({ acknowledgedDate: "2024-02-02T00:00:01" })).toBe("late");
    expect(groupOf({ acknowledgedDate: "2024-02-05", acceptedDate: "2024-02-01T12:00:00" })).toBe("in-time");
  });

  it("that is not due yet is no failure; one that never came is", () => {
    expect(groupOf({}, Date.parse(created) + 24 * HOUR_MS)).toBe("still-within");
    expect(groupOf({}, Date.parse(created) + 24 * HOUR_MS + 1)).toBe("unanswered");
    expect(groupOf({ status: "Declined" }, Date.parse(created) + HOUR_MS)).toBe("unanswered");
  });

  it("is unknown without its date, before created, or without created", () => {
    expect(groupOf({ status: "Won" })).toBe("unknown");
    expect(groupOf({ status: "Evaluating" })).toBe("unknown");
    expect(groupOf({ acceptedDate: "2024-01-31" })).toBe("unknown");
    expect(groupOf({ createdDate: null, acceptedDate: "2024-01-31" })).toBe("unknown");
  });
});

it("counts every referral in one group", () => {
  const anyHours = fc.integer({ min: 0, max: 20 * 24 });
  fc.assert(
    fc.property(anyRecords, anyHours, anyHours, ({ referrals, table }, limit, back) => {
      const [limitMs, now] = [limit * HOUR_MS, NEWEST - back * HOUR_MS];
      const groups = referrals.map((one) => naiveGroup(one, limitMs, now));
      const { counts, share, created: base } = answeredWithin(table, allRows(table), limitMs, now);
      for (const group of ANSWER_GROUPS)
        expect(counts[group]).toBe(groups.filter((one) => one === group).length);
      expect(base).toBe(referrals.length);
      if (base > 0) expect(share).toMatchObject({ part: counts["in-time"], base });
    }),
  );
});
