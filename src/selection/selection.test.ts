import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAINS } from "#lib/calendar.ts";
import { ANSWER_GROUPS } from "#referrals/answer-group.ts";
import { COMPARISONS, JUDGED } from "#referrals/comparison.ts";
import { DATE_BASES } from "#referrals/date-basis.ts";
import { DIMENSION_KEYS } from "#referrals/dimensions.ts";
import { KNOWN_ORG_SIZES } from "#referrals/org-size.ts";
import { OUTCOMES } from "#referrals/outcome.ts";
import { QUALITY_CLASSES } from "#referrals/quality.ts";
import { ROUTES } from "#referrals/route.ts";
import { DRILL, type Drill } from "./drill.ts";
import { recordsAddress } from "./records-address.ts";
import {
  DEFAULT_SELECTION,
  LOCKS,
  printSelection,
  readSelection,
  type Selection,
  THEMES,
} from "./selection.ts";
import { viewAddress, viewAt } from "./view-address.ts";

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const market = fc.oneof(
  fc.constantFrom("US", "DE", "", "-", "A,B", "50%", "%2C"),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.trim().toUpperCase()),
);
const selections: fc.Arbitrary<Selection> = fc
  .record({
    days: fc.tuple(fc.option(day), fc.option(day)),
    basis: fc.constantFrom(...DATE_BASES),
    markets: fc.uniqueArray(market, { maxLength: 5 }).map((codes) => codes.sort()),
    partners: fc.uniqueArray(market, { maxLength: 5 }).map((codes) => codes.sort()),
    sizes: fc.subarray([...KNOWN_ORG_SIZES, "", "odd, and; more"], { maxLength: 4 }).map((all) => all.sort()),
    deal: fc.constantFrom(
      {},
      { kind: ["co-sell", "private"] },
      { currency: ["", "EUR"], reason: ["a~b, c"] },
    ),
    outcomes: fc.subarray([...OUTCOMES]),
    grain: fc.option(fc.constantFrom(...GRAINS)),
    by: fc.constantFrom(...DIMENSION_KEYS),
    compare: fc.constantFrom(...COMPARISONS, "none" as const),
    judged: fc.constantFrom(...JUDGED),
    as: fc.constantFrom("chart" as const, "table" as const),
    lang: fc.constantFrom(null, "de", "zh-Hant"),
    theme: fc.option(fc.constantFrom(...THEMES)),
    chrome: fc.constantFrom("full" as const, "none" as const),
    panels: fc.subarray(["funnel", "key-figures", "trend"]),
    dir: fc.constantFrom(null, "ltr" as const, "rtl" as const),
    lock: fc.subarray([...LOCKS]),
    audience: fc.constantFrom(null, "safe" as const),
    host: fc.constantFrom(null, "teams" as const),
  })
  .map(({ days: [a, b], ...rest }) =>
    a && b && a > b ? { from: b, to: a, ...rest } : { from: a, to: b, ...rest },
  );

describe("the selection in the address", () => {
  it("is read as it was printed", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        expect(readSelection(printSelection(selection))).toEqual({ selection, faults: [] });
      }),
    );
  });

  it("leaves the defaults out", () => {
    expect(printSelection(DEFAULT_SELECTION)).toBe("");
    expect(readSelection("")).toEqual({ selection: DEFAULT_SELECTION, faults: [] });
  });

  it("is readable", () => {
    const selection: Selection = {
      ...DEFAULT_SELECTION,
      from: "2026-01-01",
      to: "2026-06-30",
      markets: ["DE", "US"],
    };
    expect(printSelection(selection)).toBe("?from=2026-01-01&to=2026-06-30&market=DE,US");
  });

  it("reads market codes in any case, once each", () => {
    expect(readSelection("?market=us,%20de,US").selection.markets).toEqual(["DE", "US"]);
  });

  it("tells what does not fit and falls to the default", () => {
    const { selection, faults } = readSelection("?from=yesterday&grain=fortnight&as=TABLE&market=,");
    expect(selection).toEqual({ ...DEFAULT_SELECTION, as: "table" });
    expect(faults.map((fault) => (fault.kind === "value" ? fault.parameter : fault.kind))).toEqual([
      "from",
      "market",
      "grain",
    ]);
  });

  it("refuses a first day after the last", () => {
    const read = readSelection("?from=2026-02-01&to=2026-01-01");
    expect(read).toEqual({ selection: DEFAULT_SELECTION, faults: [{ kind: "order" }] });
  });

  it("cuts an address of 10,000 characters and says so", () => {
    const { faults } = readSelection(`?market=${"A".repeat(10_000)}`);
    expect(faults).toContainEqual({ kind: "tooLong", most: 8000 });
  });

  it("reads any text without throwing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readSelection(`?${text}`)));
  });

  it("keeps what belongs to a view, and tells an address of a later version", () => {
    expect(printSelection(DEFAULT_SELECTION, "?sort=created&v=1&by=size")).toBe("?sort=created");
    expect(readSelection("?v=2").faults).toEqual([{ kind: "version", version: "2" }]);
    expect(readSelection("?v=1").faults).toEqual([]);
  });
});

const limit = fc.integer({ min: 1, max: 99_990 }).map((tenths) => tenths / 10);
const hours = fc.option(fc.integer({ min: 0, max: 9999 }));
const markets = fc.uniqueArray(market, { minLength: 1, maxLength: 4 }).map((codes) => codes.sort());
const instant = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) });
const drills: fc.Arbitrary<Drill> = fc.record(
  {
    within: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    happened: fc.record({ after: instant, upTo: instant }),
    was: fc.record({ at: instant, outcomes: fc.subarray([...OUTCOMES], { minLength: 1 }) }),
    undated: fc.constant(true as const),
    markets,
    notPartners: markets,
    outcomes: fc.subarray([...OUTCOMES], { minLength: 1 }),
    reached: fc.constantFrom("created" as const, "won" as const),
    left: fc.constantFrom("created" as const, "accepted" as const),
    fate: fc.constantFrom("open" as const, "exit" as const),
    quality: fc.constantFrom(...QUALITY_CLASSES),
    route: fc.constantFrom(...ROUTES),
    overdue: fc.constantFrom("answer" as const, "in-time" as const, "undated" as const),
    time: fc.record({ time: fc.constant("accepted-won" as const), over: hours, upTo: hours }),
    answer: fc.record({ hours: limit, group: fc.constantFrom(...ANSWER_GROUPS) }),
    limits: fc.record({ answer: limit, expiry: limit }),
  },
  { requiredKeys: [] },
);

describe("what stands behind a figure, in the address", () => {
  it("is read as it was printed", () => {
    fc.assert(
      fc.property(drills, (drill) => {
        const search = new URL(recordsAddress(DEFAULT_SELECTION, drill), "http://x").searchParams;
        expect(DRILL.parse(search.get("only") ?? "") ?? {}).toEqual(drill);
      }),
    );
  });

  it("is readable, and stands beside the selection", () => {
    const selection: Selection = { ...DEFAULT_SELECTION, partners: ["FR"], as: "table" };
    const drill: Drill = { left: "accepted", outcomes: ["declined", "lost"] };
    expect(recordsAddress(selection, drill)).toBe(
      "/referrals?partner=FR&only=outcomes:declined,lost;left:accepted",
    );
  });

  it("refuses what it does not know, whatever the text", () => {
    for (const text of [
      "left:won",
      "left",
      "x:1",
      "__proto__:1",
      "time:never~1~2",
      "answer:24~soon",
      "answer:~late",
      "limits:24",
      "within:2026-02-01~2026-01-01",
    ])
      expect(DRILL.parse(text)).toBeNull();
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void DRILL.parse(text)));
  });
});

describe("the address of a view", () => {
  it("is found by its path, with or without a slash at its end", () => {
    expect(viewAt("/funnel/")).toBe("funnel");
    expect(viewAt("/")).toBe("overview");
    expect(viewAt("/nowhere")).toBeNull();
    expect(viewAddress("times", { ...DEFAULT_SELECTION, markets: ["DE"] })).toBe("/times?market=DE");
  });
});
