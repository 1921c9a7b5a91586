import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATE_FIELDS, type DateField } from "#partner-center/fields.ts";
import {
  CLOSING_DATES,
  needsClosingDates,
  OUTCOMES,
  type Outcome,
  outcomeGroupOf,
  outcomeOf,
} from "./outcome.ts";

const with_ =
  (...fields: DateField[]) =>
  (field: DateField) =>
    fields.includes(field);
const anyDates = fc.subarray([...DATE_FIELDS]);

describe("a status that decides", () => {
  const decided: [Outcome, string[]][] = [
    ["won", ["Won", "WON", " won "]],
    ["lost", ["Lost"]],
    ["declined", ["Declined"]],
    ["skipped", ["Skipped"]],
    ["expired", ["Expired"]],
    ["missed", ["Missed"]],
    ["open-accepted", ["Accepted", "Active", "Negotiating", "nego_tiating"]],
    ["open-acknowledged", ["Acknowledged", "Evaluating", "E-V aluating"]],
    ["open-new", ["New", "Pending", "Received", "\tnew\n"]],
  ];

  it.each(decided)("%s has its words in any case, with any spaces, _ and -", (outcome, words) => {
    for (const word of words) expect(outcomeOf(word, with_())).toBe(outcome);
  });

  it("is not overruled by any date", () => {
    fc.assert(
      fc.property(anyDates, (fields) => {
        for (const [outcome, words] of decided)
          for (const word of words) expect(outcomeOf(word, with_(...fields))).toBe(outcome);
      }),
      { numRuns: 30 },
    );
  });

  it("that nobody knows is unrecognised, whatever the dates say", () => {
    expect(outcomeOf("In limbo", with_("wonDate"))).toBe("unrecognised");
    expect(outcomeOf("constructor", with_())).toBe("unrecognised");
  });
});

describe("archived, closed or empty", () => {
  const undecided = ["Archived", "CLOSED", "", "  ", "_-", null];

  it("are the statuses that need the closing dates", () => {
    for (const status of undecided) expect(needsClosingDates(status)).toBe(true);
    for (const status of ["Won", "New", "Limbo"]) expect(needsClosingDates(status)).toBe(false);
  });

  it("have the outcome of the first closing date that is present", () => {
    const order = ["won", "lost", "declined", "expired", "missed", "skipped"];
    for (const [first, outcome] of order.entries())
      for (const status of undecided)
        expect(outcomeOf(status, with_(...CLOSING_DATES.slice(first), "acceptedDate"))).toBe(outcome);
  });

  it("archived without a closing date is closed for an unknown reason, even when it was accepted", () => {
    expect(outcomeOf("Archived", with_("acceptedDate", "archivedDate"))).toBe("closed-unknown");
    expect(outcomeOf("closed", with_())).toBe("closed-unknown");
  });

  it("empty without a closing date is open at the furthest date", () => {
    expect(outcomeOf(null, with_("acceptedDate", "acknowledgedDate"))).toBe("open-accepted");
    expect(outcomeOf("", with_("acknowledgedDate"))).toBe("open-acknowledged");
    expect(outcomeOf(" ", with_("createdDate", "archivedDate"))).toBe("open-new");
  });
});

describe("fateOf", () => {
  it("knows one win, three open outcomes and seven exits", () => {
    const of = (outcomeGroup: string) =>
      OUTCOMES.filter((outcome) => outcomeGroupOf(outcome) === outcomeGroup);
    expect(of("won")).toEqual(["won"]);
    expect(of("open")).toEqual(["open-accepted", "open-acknowledged", "open-new"]);
    expect(of("exit")).toEqual([
      "lost",
      "declined",
      "skipped",
      "expired",
      "missed",
      "closed-unknown",
      "unrecognised",
    ]);
  });
});
