import { describe, expect, it } from "vitest";
import { readAppConfig } from "./app-config.ts";
import { authorityOf, LOCAL_CLIENT_ID, LOCAL_TENANT_ID, SCOPE } from "./sign-in.ts";

const LOCAL = {
  signIn: "local",
  authority: authorityOf("global", LOCAL_TENANT_ID),
  tenantId: LOCAL_TENANT_ID,
  clientId: LOCAL_CLIENT_ID,
  scope: SCOPE,
  knownAuthorities: ["login.microsoftonline.com"],
  bridgePath: "/b.html",
  relayPath: "/r.html",
  authorityMetadata: '{"issuer":"https://login.microsoftonline.com/x/v2.0"}',
  data: { kind: "sample" },
  frameAncestors: ["'self'"],
};

describe("the settings of the browser", () => {
  it("stay as they are when nobody signs in", () => {
    const off = { signIn: "off", data: { kind: "sample" }, frameAncestors: [] };
    expect(readAppConfig(off)).toEqual(off);
  });

  it("carry the stand-in's endpoints as text", () => {
    expect(readAppConfig(LOCAL)).toEqual(LOCAL);
  });

  it("name each entry that is wrong", () => {
    const wrong = { ...LOCAL, authority: "http://login.example", clientId: "me" };
    expect(() => readAppConfig(wrong)).toThrow(/authority.*clientId/);
    expect(() => readAppConfig({ ...LOCAL, authorityMetadata: "no json" })).toThrow(/authorityMetadata/);
  });

  it("carries targets, and works with wrong ones", () => {
    const targets = [{ name: "A", figure: "win", bound: "atLeast", percent: 0 }];
    expect(readAppConfig({ source: "files", targets })).toMatchObject({ targets });
    expect(
      readAppConfig({ signIn: "off", data: { kind: "sample" }, frameAncestors: [], targets: 7 }),
    ).toMatchObject({
      targets: 7,
    });
  });
});
