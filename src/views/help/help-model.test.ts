import { describe, expect, it } from "vitest";
import { createI18n } from "#i18n/i18n.tsx";
import { sectionsOf, sectionsWith } from "./help-model.ts";

const { t, loadViews, loadDeals } = createI18n(["en"]);
await Promise.all([loadViews(), loadDeals()]);
const sections = sectionsOf(t);

describe("the help", () => {
  it("says something under every title, and no key instead of words", () => {
    const entries = sections.flatMap((section) => section.entries);
    expect(entries.length).toBeGreaterThan(40);
    for (const { title, text } of entries) {
      expect(text).not.toMatch(/^(help|define|keys|view)\./);
      expect(title).not.toMatch(/^(help|defined|keys|view)\./);
    }
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it("is found by words in any order and case, with or without accents", () => {
    const found = sectionsWith(sections, "INTERVAL wilsón", "en").flatMap(({ entries }) => entries);
    expect(found.map(({ key }) => key)).toContain("define-interval");
    expect(sectionsWith(sections, "no such thing at all", "en")).toEqual([]);
    expect(sectionsWith(sections, "  ", "en")).toEqual(sections);
  });
});
