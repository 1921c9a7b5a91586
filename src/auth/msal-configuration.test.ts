import { expect, it } from "vitest";
import type { SignInConfig } from "#config/app-config.ts";
import { msalConfiguration } from "./open-session.ts";

const ORIGIN = "http://127.0.0.1:4280";
const PAGE = { home: ORIGIN, isFramed: false, keepsSession: true };
const SHARED = {
  authority: "https://login.microsoftonline.com/00c0ffee-0000-4000-8000-00000000c0de",
  tenantId: "00c0ffee-0000-4000-8000-00000000c0de",
  clientId: "00c0ffee-0000-4000-8000-00000000a44e",
  scope: "https://api.partnercenter.microsoft.com/user_impersonation",
  knownAuthorities: ["login.microsoftonline.com"],
  bridgePath: "/bridge.html",
  relayPath: "/relay.html",
  data: { kind: "sample" },
  frameAncestors: ["'self'"],
} satisfies Partial<SignInConfig>;

it("sends every answer to the bridge page of our own origin, and keeps tokens in this tab", () => {
  const { auth, cache } = msalConfiguration({ ...SHARED, signIn: "entra", cloud: "global" }, PAGE);
  expect([auth.redirectUri, auth.postLogoutRedirectUri]).toEqual([
    `${ORIGIN}/bridge.html`,
    `${ORIGIN}/bridge.html`,
  ]);
  expect(cache?.cacheLocation).toBe("sessionStorage");
});

it("takes the provider's endpoints from the settings only where the stand-in is meant", () => {
  const local = { ...SHARED, signIn: "local", authorityMetadata: '{"issuer":"x"}' } as const;
  expect(msalConfiguration(local, PAGE).auth.authorityMetadata).toBe('{"issuer":"x"}');
  const entra = msalConfiguration({ ...SHARED, signIn: "entra", cloud: "global" }, PAGE);
  expect(entra.auth).not.toHaveProperty("authorityMetadata");
});

it("answers a framed page through the relay, where there is an https service to relay to", () => {
  const framed = { ...PAGE, isFramed: true };
  const entra = { ...SHARED, signIn: "entra", cloud: "global" } as const;
  expect(msalConfiguration(entra, framed).auth.popupRelayUri).toBe(`${ORIGIN}/relay.html`);
  expect(msalConfiguration(entra, PAGE).auth).not.toHaveProperty("popupRelayUri");
  const local = { ...SHARED, signIn: "local", authorityMetadata: "{}" } as const;
  expect(msalConfiguration(local, framed).auth).not.toHaveProperty("popupRelayUri");
});

it("forgets the sign-in with the page where the tab may keep nothing", () => {
  const { cache } = msalConfiguration(
    { ...SHARED, signIn: "entra", cloud: "global" },
    { ...PAGE, keepsSession: false },
  );
  expect(cache?.cacheLocation).toBe("memoryStorage");
});
