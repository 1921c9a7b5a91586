import { describe, expect, it } from "vitest";
import { readServerSettings, SettingsError } from "./server-settings.ts";

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readServerSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe("the server's settings", () => {
  it("have defaults for this machine alone", () => {
    expect(readServerSettings({})).toMatchObject({ port: 4280, host: "127.0.0.1", referralsFile: null });
  });

  it("read blank as absent", () => {
    expect(readServerSettings({ PORT: " ", REFERRALS_FILE: "" })).toEqual(readServerSettings({}));
  });

  it("name all that is wrong at once", () => {
    const faults = faultsOf({ PORT: "http", SIGN_IN: "maybe", PARTNER_CENTER_URL: "ftp://example.com" });
    expect(faults).toHaveLength(3);
    expect(faults.join(" ")).toMatch(/PORT.*SIGN_IN.*PARTNER_CENTER_URL/s);
  });

  it("take the origin of Partner Center alone, over https", () => {
    const url = (text: string) => faultsOf({ PARTNER_CENTER_URL: text }).length;
    expect(url("https://api.partnercenter.microsoft.com")).toBe(0);
    expect(url("http://127.0.0.1:9000")).toBe(0);
    for (const bad of [
      "http://example.com",
      "https://example.com/partner",
      "https://a:b@example.com",
      "example.com",
    ]) {
      expect(url(bad)).toBe(1);
    }
  });

  it("refuse to be reached from elsewhere without sign-in", () => {
    expect(faultsOf({ HOST: "0.0.0.0", SIGN_IN: "off" })).toHaveLength(1);
    expect(faultsOf({ HOST: "::1", SIGN_IN: "off" })).toHaveLength(0);
  });

  it("refuse two sources of referrals", () => {
    expect(faultsOf({ REFERRALS_FILE: "a.csv", PARTNER_CENTER_URL: "https://example.com" })).toHaveLength(1);
  });
});
