import { describe, expect, it } from "vitest";
import { createI18n } from "#i18n/i18n.tsx";
import type { ExportTable } from "../export-table.ts";
import { MAX_PACK, type PackPanel, reviewPack } from "./review-pack.ts";

const i18n = createI18n(["en"]);
await Promise.all([i18n.loadViews(), i18n.loadRoutine()]);

const table = (size: number): ExportTable => ({
  title: "Markets",
  size,
  columns: [
    { name: "Market", kind: "text", read: (row) => `Market ${row}` },
    { name: "Referrals", kind: "count", read: (row) => row * 1000 },
    { name: "Rate", kind: "share", read: (row) => (row === 0 ? null : 1 / row) },
  ],
});
const panel = (part: Partial<PackPanel> = {}): PackPanel => ({
  ...{ name: "markets", title: "Markets", about: [], tables: [table(3)], picture: null, comment: "" },
  ...part,
});
const pack = (...panels: PackPanel[]) =>
  reviewPack({ title: "Review", locale: "en", direction: "ltr", madeAt: 0, panels }, i18n);

describe("a review pack", () => {
  it("has the figures as tables and, exact, as CSV", async () => {
    const { html, cuts } = await pack(panel());
    expect(cuts).toEqual([]);
    expect(html).toContain('<th scope="row">Market 2</th><td>2,000</td><td>50.0%</td>');
    expect(html).toContain("<td>0</td><td>–</td>");
    const [, csv = ""] = /base64,([^"]+)"/.exec(html) ?? [];
    expect(Buffer.from(csv, "base64").toString()).toContain(
      "Market,Referrals,Rate\r\nMarket 0,0,\r\nMarket 1,1000,1",
    );
  });

  it("says once what all panels share", async () => {
    const shared = { name: "Selection", text: "All of 2024" };
    const one = panel({ about: [shared, { name: "Note", text: "Only here" }] });
    const { html } = await pack(one, panel({ about: [shared] }));
    expect(html.split("All of 2024")).toHaveLength(2);
    expect(html.split("Only here")).toHaveLength(2);
  });

  it("stays under 1 MB, and says what it cuts", async () => {
    const { html, cuts } = await pack(
      ...Array.from({ length: 12 }, () => panel({ tables: [table(50_000)] })),
    );
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_PACK);
    expect(cuts).toHaveLength(12);
    expect(html).toContain(cuts[0] ?? "?");
    expect(cuts[0]).toMatch(/shows the first [\d,]+ of 50,000 rows/);
  });
});
