import { describe, expect, it } from "vitest";
import { readServerSettings } from "./server-settings.ts";
import { SettingsError } from "./settings-error.ts";

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
    const url = (text: string) => faultsOf({ PARTNER_CENTER_URL: text, SIGN_IN: "off" }).length;
    expect(url("https://api.partnercenter.microsoft.com")).toBe(0);
    expect(url("http://127.0.0.1:9000")).toBe(0);
    for (const bad of [
      "http://example.com",
      "http://localhost.example.com",
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
    expect(
      faultsOf({ REFERRALS_FILE: "a.csv", PARTNER_CENTER_URL: "https://example.com", SIGN_IN: "off" }),
    ).toHaveLength(1);
  });

  describe("of sign-in", () => {
    const ENTRA = {
      SIGN_IN: "entra",
      ENTRA_TENANT_ID: "00C0FFEE-0000-4000-8000-000000000001",
      ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-000000000002",
    };

    it("take the ids of Entra in any case", () => {
      expect(readServerSettings({ ...ENTRA, HOST: "0.0.0.0" }).signIn).toEqual({
        kind: "entra",
        cloud: "global",
        tenantId: "00c0ffee-0000-4000-8000-000000000001",
        clientId: "00c0ffee-0000-4000-8000-000000000002",
      });
    });

    it("say both ids that are missing in one sentence", () => {
      expect(faultsOf({ SIGN_IN: "entra" })).toEqual([
        expect.stringContaining("ENTRA_TENANT_ID and ENTRA_CLIENT_ID missing"),
      ]);
    });

    it("refuse an id that is no GUID", () => {
      expect(faultsOf({ ...ENTRA, ENTRA_TENANT_ID: "contoso.example" })).toHaveLength(1);
    });

    it("say that 21Vianet does not offer referrals analytics", () => {
      expect(faultsOf({ ...ENTRA, CLOUD: "china" })).toEqual([expect.stringContaining("21Vianet")]);
      for (const CLOUD of ["usgov", "germany"]) expect(faultsOf({ ...ENTRA, CLOUD })).toEqual([]);
    });

    it("keep made-up accounts on this machine and away from Partner Center", () => {
      expect(faultsOf({ SIGN_IN: "local" })).toEqual([]);
      const both = faultsOf({
        SIGN_IN: "local",
        HOST: "0.0.0.0",
        PARTNER_CENTER_URL: "https://api.partnercenter.microsoft.com",
      });
      expect(both).toHaveLength(2);
    });
  });

  it("let only https sites and portals of this machine frame the page", () => {
    const frame = (FRAME_ANCESTORS: string) => faultsOf({ FRAME_ANCESTORS }).length;
    expect(frame("'self' https://*.sharepoint.com https://teams.microsoft.com:443")).toBe(0);
    expect(frame("'none'")).toBe(0);
    expect(frame("'self' http://portal.localhost:4280 http://127.0.0.1:9000")).toBe(0);
    for (const bad of [
      "*",
      "https:",
      "http://example.com",
      "'none' 'self'",
      "https://a.example; script-src *",
    ]) {
      expect(frame(bad)).toBe(1);
    }
  });

  it("take a certificate only with its key", () => {
    expect(faultsOf({ TLS_CERT: "cert.pem" })).toHaveLength(1);
    expect(readServerSettings({ TLS_CERT: "c", TLS_KEY: "k" }).tls).toEqual({ cert: "c", key: "k" });
  });
});
