import { expect, it } from "vitest";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { groupIssues } from "./group-issues.ts";

const row = (market: string | null, outcome: OutcomeCountRow["outcome"], count: number): OutcomeCountRow => ({
  keys: [market],
  outcome,
  acknowledged: false,
  accepted: false,
  count,
});
const isNamed = (code: string) => code === "DE";

it("counts a referral of an unknown status in an unnamed market once", () => {
  const rows = [
    row("de", "won", 8),
    row("XX", "unrecognised", 2),
    row(null, "lost", 3),
    row("DE", "unrecognised", 1),
  ];
  expect(groupIssues(rows, { isNamedMarket: isNamed })).toEqual({ unrecognised: 3, unnamed: 5, any: 6 });
});
