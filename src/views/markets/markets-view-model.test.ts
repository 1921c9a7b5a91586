import { describe, expect, it } from "vitest";
import { marketTableModel } from "#dashboard/figures/market-columns.tsx";
import { createI18n } from "#i18n/i18n.tsx";
import type { OutcomeCountRow } from "#queries/outcome-counts.ts";
import { sortedRows } from "#table/table-options.ts";
import { rankedColumns } from "./markets-view.tsx";
import { rankedMarkets } from "./markets-view-model.ts";

const TRENDS = { buckets: [], series: [], other: { total: 0, values: [], members: [] } };

const NAMES: Record<string, string> = { DE: "Germany", US: "United States", "": "No market" };
const LOOK = { nameOf: (code: string) => NAMES[code] ?? code, rankOf: () => 0 };

function row(
  market: string | null,
  outcome: OutcomeCountRow["outcome"],
  count: number,
  ...days: string[]
): OutcomeCountRow {
  const isAccepted = outcome === "won";
  return { keys: [market, ...days], outcome, acknowledged: isAccepted, accepted: isAccepted, count };
}

const ROWS = [row("US", "won", 3), row("us ", "open-new", 2), row("DE", "won", 4), row(null, "missed", 1)];

const BEFORE = [row("DE", "won", 2)];

describe("the ranked markets", () => {
  const markets = rankedMarkets({
    rows: ROWS,
    trends: TRENDS,
    compared: {
      rows: ROWS,
      before: BEFORE,
      late: BEFORE,
      beforeBy: { "equal-age": BEFORE, today: [row("DE", "won", 3)] },
      isAcceptanceUnproved: false,
    },
    days: [
      row("US", "won", 1, "2026-01-01", "2026-01-04"),
      row("us", "won", 1, "2026-01-01", "2026-01-02"),
      row("DE", "won", 1, "2026-01-02", "2026-01-01"),
    ],
    overdue: [row("US ", "open-new", 2), row("DE", "won", 4), row("DE", "open-acknowledged", 1)],
  });
  const of = (code: string) => markets.find(({ market }) => market === code);

  it("come with the largest first, ties by code, no market among them", () => {
    expect(markets.map(({ market, referrals }) => [market, referrals])).toEqual([
      ["US", 5],
      ["DE", 4],
      ["", 1],
    ]);
  });

  it("say what waits too long, of those that still wait", () => {
    expect([of("US")?.overdue, of("DE")?.overdue, of("")?.overdue]).toEqual([2, 1, 0]);
  });

  it("have a median of days only where both dates are in order", () => {
    expect(of("US")?.days).toMatchObject({ kind: "times", count: 2, median: 2 * 86_400_000 });
    expect(of("DE")?.days).toEqual({ kind: "absent" });
  });

  it("change in percent, and not at all where nothing was before", () => {
    expect(of("DE")?.compared?.referrals.change).toMatchObject({
      kind: "percent",
      from: 2,
      to: 4,
      fraction: 1,
    });
    expect(of("US")?.compared?.referrals.change).toEqual({ kind: "absent" });
  });

  it("show what was before by either way of judging", () => {
    expect(of("DE")?.compared?.referrals.by).toEqual({ "equal-age": 2, today: 3 });
    expect(of("DE")?.compared?.win.by["equal-age"]).toMatchObject({ part: 2, base: 2 });
    expect(of("")?.compared?.win.by.today).toEqual({ kind: "absent" });
  });

  it("stand last without a figure, whichever way they are sorted, and equals by their codes", () => {
    const order = (id: string, desc: boolean) => {
      const columns = rankedColumns(
        markets,
        { picture: null, isCompared: true, targets: null },
        LOOK,
        createI18n(["en"]),
      );
      const model = marketTableModel(markets, columns, { by: [{ id, desc }], onSort: () => {} });
      return sortedRows(model, "en").map(({ market }) => market);
    };
    for (const desc of [true, false]) expect(order("change", desc)[0]).toBe("DE");
    expect(order("market", false)).toEqual(["DE", "", "US"]);
    expect(order("market", true)).toEqual(["US", "", "DE"]);
    // Won among the decided ones.
    expect(order("close", true)).toEqual(["DE", "US", ""]);
  });
});
