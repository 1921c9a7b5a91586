import { describe, expect, it } from "vitest";
import { dataTime } from "./source-facts.ts";

const at = (text: string) => Date.parse(text);

describe("the time of the data of files", () => {
  const NEWEST = at("2026-03-10T09:55:00Z");
  const timeOf = (now: string, savedAt: string, asOf: number | null = null) =>
    new Date(dataTime({ newest: NEWEST }, asOf, at(now), at(savedAt)).at).toISOString();

  it("is the end of the newest date's day, whenever the files were saved or read", () => {
    for (const savedAt of ["1970-01-01T00:00:00Z", "2026-03-10T10:00:00Z", "2026-03-12T08:00:00Z"])
      expect(timeOf("2026-03-12T08:00:00Z", savedAt)).toBe("2026-03-11T00:00:00.000Z");
  });

  it("is when the files were saved while that day lasts, so that servers that read them later name the same", () => {
    for (const now of ["2026-03-10T10:05:00Z", "2026-03-10T23:59:00Z"])
      expect(timeOf(now, "2026-03-10T10:00:00Z")).toBe("2026-03-10T10:00:00.000Z");
    expect(timeOf("2026-03-10T12:00:00Z", "1970-01-01T00:00:00Z")).toBe("2026-03-10T09:55:00.000Z");
    expect(timeOf("2026-03-10T12:00:00Z", "2026-03-10T13:00:00Z")).toBe("2026-03-10T12:00:00.000Z");
  });

  it("is the setting where there is one, the clock without a date, and never in the future", () => {
    const now = "2026-03-10T12:00:00Z";
    expect(timeOf(now, now, at("2026-02-01"))).toBe("2026-02-01T00:00:00.000Z");
    expect(timeOf(now, now, at("2027-01-01"))).toBe("2026-03-10T12:00:00.000Z");
    expect(dataTime({ newest: null }, null, at(now)).origin).toBe("clock");
  });
});
