import { describe, expect, it } from "vitest";
import { resolveSelection } from "#dashboard/context/resolved-selection.ts";
import { NO_FILTERS } from "#referrals/filters.ts";
import { funnelOf } from "#referrals/funnel.ts";
import { DEFAULT_SELECTION } from "#selection/selection.ts";
import { beginsLater, isPartOf, versusFor, versusOf } from "./versus-model.ts";

const TODAY = "2026-11-22";
const resolved = (part: object = {}) =>
  resolveSelection({ ...DEFAULT_SELECTION, ...part }, "2026-11-01", TODAY);

const funnel = (won: number, missed: number) =>
  funnelOf([
    { outcome: "won", acknowledged: true, accepted: true, count: won },
    { outcome: "missed", acknowledged: false, accepted: false, count: missed },
  ]);

describe("two funnels side by side", () => {
  it("differ in percent where they count, in points where they are rates", () => {
    const rows = new Map(versusOf(funnel(30, 30), funnel(10, 30)).map((row) => [row.key, row]));
    expect(rows.get("created")).toMatchObject({ a: 60, b: 40, change: { kind: "percent", fraction: 0.5 } });
    expect(rows.get("win")?.change).toMatchObject({ kind: "points", points: 25 });
    expect(rows.get("exits")).toMatchObject({ a: 30, b: 30, change: { fraction: 0 } });
  });

  it("have no change where there was nothing, and none of a rate without a base", () => {
    const rows = new Map(versusOf(funnel(1, 1), funnelOf([])).map((row) => [row.key, row]));
    expect(rows.get("created")?.change).toEqual({ kind: "absent" });
    expect(rows.get("acceptance")).toMatchObject({ b: { kind: "absent" }, change: { kind: "absent" } });
  });
});

describe("what is compared", () => {
  it("is cut on both sides to the days that have passed", () => {
    expect(versusFor(resolved({ from: "2026-11-01", to: "2026-11-30" }), null, 7)).toMatchObject({
      kind: "cut",
      a: { period: { from: "2026-11-01", to: "2026-11-21" } },
      b: { period: { from: "2026-10-02", to: "2026-10-22" } },
    });
  });

  it("is the same period with one value of a term, where a rival is chosen", () => {
    const versus = versusFor(
      resolved({ markets: ["US"], sizes: ["x"] }),
      { dimension: "market", value: "DE" },
      7,
    );
    expect(versus?.a.filters).toEqual({ ...NO_FILTERS, markets: ["US"], sizes: ["x"] });
    expect(versus?.b.filters).toEqual({ ...NO_FILTERS, markets: ["DE"], sizes: ["x"] });
    expect(versus?.a.period).toEqual(versus?.b.period);
  });

  it("is nothing where nothing was chosen", () => {
    expect(versusFor(resolved({ compare: "none" }), null, null)).toBeNull();
  });

  it("tells a rival that is part of the selection", () => {
    const rival = { dimension: "market", value: "DE" } as const;
    expect(isPartOf(rival, NO_FILTERS)).toBe(true);
    expect(isPartOf(rival, { ...NO_FILTERS, markets: ["US"] })).toBe(false);
  });

  it("tells when the data begins later than the period compared with", () => {
    const months = { first: "2026-01-01", last: "2026-11-01" };
    const dataset = { total: 1, undated: 0, markets: [], months, implausible: [] };
    expect(beginsLater(dataset, { from: "2025-12-31", to: "2026-02-01" })).toBe(true);
    expect(beginsLater(dataset, { from: "2026-01-01", to: "2026-02-01" })).toBe(false);
  });
});
