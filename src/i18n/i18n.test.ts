import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { createI18n } from "./i18n.tsx";

/** Intl uses thin and no-break spaces, which depend on its version. */
const plain = (text: string) => text.replace(/[\u2009\u202f]/g, " ");

const { t, tRich, formats, loadViews } = createI18n(["fr-FR", "en-US"]);
await loadViews();

describe("words and formats", () => {
  it("are in the first language that there are words for, else in English", () => {
    expect(createI18n(["fr", "en-GB", "en-US"]).locale).toBe("en-GB");
    expect(createI18n(["fr", "de-AT", "en-US"]).locale).toBe("de-AT");
    expect(createI18n(["fr"]).locale).toBe("en");
  });

  it("come in German once they are loaded", async () => {
    const german = createI18n(["de-CH"]);
    await Promise.all([german.loadShell(), german.loadViews()]);
    expect(german.t("view.referrals")).toBe("Empfehlungen");
    expect(german.t("trust.referrals", { count: 24113 })).toMatch(/^24.113 Empfehlungen$/);
    expect(german.formats.market("DE")).toBe("Deutschland");
  });

  it("count in the locale", () => {
    expect(t("trust.referrals", { count: 1 })).toBe("1 referral");
    expect(t("trust.referrals", { count: 24113 })).toBe("24,113 referrals");
  });

  it("leave a place for what is no text", () => {
    const link = createElement("a");
    const said = tRich("headline.overdue.most", { overdue: link, most: "26", market: "France" });
    expect(said.props).toEqual({ children: [link, "; France has the most (26)."] });
    expect(tRich("view.referrals", {}).props).toEqual({ children: "Referrals" });
  });

  it("name markets, and show a code without a name as it is", () => {
    expect(formats.market("DE")).toBe("Germany");
    expect(formats.market("ZQ")).toBe("ZQ");
    expect(formats.market("<B>")).toBe("<B>");
    expect(formats.market("GERMANY")).toBe("GERMANY");
  });

  it("write days as UTC, wherever the reader is", () => {
    expect(plain(formats.day("2026-01-01"))).toBe("Jan 1, 2026");
    expect(plain(formats.period("2025-12-01", "2026-11-30"))).toBe("Dec 2025 – Nov 2026");
    expect(plain(formats.period("2025-12-01", "2026-11-29"))).toBe("Dec 1, 2025 – Nov 29, 2026");
    expect(plain(formats.dateTime(Date.UTC(2026, 10, 22, 9, 14)))).toBe("Nov 22, 2026, 9:14 AM");
  });

  it("name buckets by their grain", () => {
    expect(plain(formats.bucket("2026-01-05", "week"))).toBe("Jan 5 – 11, 2026");
    expect(plain(formats.bucket("2026-01-01", "quarter"))).toBe("Jan – Mar 2026");
    expect(plain(formats.bucket("2026-01-01", "year"))).toBe("2026");
  });

  it("sign every change", () => {
    expect(formats.signedPercent(0.084)).toBe("+8.4%");
    expect(formats.signedPercent(-0.2)).toBe("−20.0%");
    expect(formats.signedPercent(0)).toBe("0.0%");
  });

  it("say how long something took in its two largest units", () => {
    expect(plain(formats.duration(((3 * 24 + 4) * 60 + 59) * 60_000))).toBe("3d 4h");
    expect(plain(formats.duration((23 * 60 + 5) * 60_000))).toBe("23h 5m");
    expect(plain(formats.duration(59_999))).toBe("0m");
    expect(plain(formats.duration(-90 * 60_000))).toBe("-1h 30m");
  });
});
