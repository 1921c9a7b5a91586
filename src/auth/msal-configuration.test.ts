import { expect, it } from "vitest";
import type { SignInConfig } from "#config/app-config.ts";
import { msalConfiguration } from "./msal-configuration.ts";

const ORIGIN = "http://127.0.0.1:4280";
const SHARED = {
  authority: "https://login.microsoftonline.com/00c0ffee-0000-4000-8000-00000000c0de",
  tenantId: "00c0ffee-0000-4000-8000-00000000c0de",
  clientId: "00c0ffee-0000-4000-8000-00000000a44e",
  scope: "https://api.partnercenter.microsoft.com/user_impersonation",
  knownAuthorities: ["login.microsoftonline.com"],
  bridgePath: "/bridge.html",
  relayPath: "/relay.html",
  data: { kind: "sample" },
} satisfies Partial<SignInConfig>;

it("sends every answer to the bridge page of our own origin, and keeps tokens in this tab", () => {
  const { auth, cache } = msalConfiguration({ ...SHARED, signIn: "entra", cloud: "global" }, ORIGIN);
  expect([auth.redirectUri, auth.postLogoutRedirectUri]).toEqual([
    `${ORIGIN}/bridge.html`,
    `${ORIGIN}/bridge.html`,
  ]);
  expect(cache?.cacheLocation).toBe("sessionStorage");
});

it("takes the provider's endpoints from the settings only where the stand-in is meant", () => {
  const local = { ...SHARED, signIn: "local", authorityMetadata: '{"issuer":"x"}' } as const;
  expect(msalConfiguration(local, ORIGIN).auth.authorityMetadata).toBe('{"issuer":"x"}');
  const entra = msalConfiguration({ ...SHARED, signIn: "entra", cloud: "global" }, ORIGIN);
  expect(entra.auth).not.toHaveProperty("authorityMetadata");
});
