import { decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LOCAL_CLIENT_ID, LOCAL_TENANT_ID } from "#config/sign-in.ts";
import { noFaults } from "./faults.ts";
import { openDevIdentity } from "./open-dev-identity.ts";
import { STAFF } from "./staff.ts";
import { serveDevIdentity } from "./testing/serve-dev-identity.ts";
import {
  authorizeAddress,
  type Browser,
  createBrowser,
  follow,
  formAction,
  paramsOf,
  redeem,
  requestToken,
} from "./testing/sign-in-client.ts";

const MFA = JSON.stringify({ access_token: { amr: { essential: true, values: ["mfa"] } } });

function oidOf(name: string): string {
  const account = STAFF.find((one) => one.name.startsWith(name));
  if (!account) throw new Error(`There is no account "${name}".`);
  return account.oid;
}

describe("the stand-in for Entra ID", () => {
  let served: Awaited<ReturnType<typeof serveDevIdentity>>;

  beforeAll(async () => {
    served = await serveDevIdentity();
  });
  afterAll(() => served.close());
  beforeEach(() => Object.assign(served.entra.faults, noFaults()));

  /** Follows an authorization request to its page or response. */
  async function begin(browser: Browser, more: Record<string, string> = {}) {
    const { url, verifier } = authorizeAddress(served.tenant, more);
    return { verifier, response: await follow(browser, served.tenant, await browser.go(url)) };
  }

  /** Submits the form of a page. */
  async function press(browser: Browser, page: Response, form: Record<string, string>): Promise<Response> {
    const action = new URL(formAction(await page.text()), served.tenant.origin).href;
    return follow(browser, served.tenant, await browser.go(action, form));
  }

  async function signIn(name: string, browser = createBrowser(), more: Record<string, string> = {}) {
    const { response, verifier } = await begin(browser, more);
    const back = await press(browser, response, { account: oidOf(name) });
    const { body } = await redeem(served.tenant, paramsOf(back).code ?? "", verifier);
    return { browser, body };
  }

  it("issues tokens of version 1 for Partner Center, signed with a key that it publishes", async () => {
    const { body } = await signIn("Referrals admin");
    const keys = await fetch(`${served.tenant.origin}/${LOCAL_TENANT_ID}/discovery/v2.0/keys`);
    expect(await keys.json()).toMatchObject({ keys: [{ kid: served.entra.jwks.keys[0]?.kid }] });
    const { payload } = await jwtVerify(body.access_token ?? "", served.entra.keys);
    expect(decodeProtectedHeader(body.access_token ?? "")).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect(payload).toMatchObject({
      aud: "https://api.partnercenter.microsoft.com",
      iss: `https://sts.windows.net/${LOCAL_TENANT_ID}/`,
      ver: "1.0",
      tid: LOCAL_TENANT_ID,
      oid: oidOf("Referrals admin"),
      upn: "referrals.admin@contoso.example",
      scp: "user_impersonation",
      amr: ["pwd", "mfa"],
      appid: LOCAL_CLIENT_ID,
    });
  });

  it("gives MSAL the account's ids, an id token and a refresh token", async () => {
    const { body } = await signIn("Referrals admin");
    expect(decodeJwt(body.id_token ?? "")).toMatchObject({
      iss: `https://login.microsoftonline.com/${LOCAL_TENANT_ID}/v2.0`,
      aud: LOCAL_CLIENT_ID,
      nonce: "a-nonce",
      tid: LOCAL_TENANT_ID,
      preferred_username: "referrals.admin@contoso.example",
      name: "Referrals admin",
    });
    const info = JSON.parse(Buffer.from(body.client_info ?? "", "base64url").toString());
    expect(info).toEqual({ uid: oidOf("Referrals admin"), utid: LOCAL_TENANT_ID });
    expect(body.scope).toContain("user_impersonation");
  });

  it("renews the access token as often as asked", async () => {
    const { body } = await signIn("Referrals admin");
    const form = { grant_type: "refresh_token", refresh_token: body.refresh_token ?? "" };
    for (const _time of [1, 2]) {
      const renewed = await requestToken(served.tenant, form);
      expect(renewed.status).toBe(200);
      expect(decodeJwt(renewed.body.access_token ?? "")).toMatchObject({ amr: ["pwd", "mfa"] });
    }
  });

  it("signs in silently once somebody is signed in, and not before", async () => {
    const browser = createBrowser();
    const before = await begin(browser, { prompt: "none" });
    expect(paramsOf(before.response)).toMatchObject({ error: "login_required" });
    await signIn("Referrals admin", browser);
    const after = await begin(browser, { prompt: "none" });
    expect(paramsOf(after.response)).toMatchObject({ code: expect.any(String), state: "a-state" });
  });

  it("lets somebody choose another account", async () => {
    const { browser } = await signIn("Referrals admin");
    const { body } = await signIn("One-market user", browser, { prompt: "select_account" });
    expect(decodeJwt(body.access_token ?? "")).toMatchObject({ oid: oidOf("One-market") });
  });

  it("does not sign in silently for another account than the one hinted at", async () => {
    const { browser } = await signIn("Referrals admin");
    const hint = { prompt: "none", login_hint: "one.market.user.germany@contoso.example" };
    expect(paramsOf((await begin(browser, hint)).response)).toMatchObject({ error: "login_required" });
  });

  it("asks for the second factor when the claims want it, on renewal and on sign-in", async () => {
    const { browser, body } = await signIn("Must do MFA");
    expect(decodeJwt(body.access_token ?? "")).toMatchObject({ amr: ["pwd"] });
    const refresh = { grant_type: "refresh_token", refresh_token: body.refresh_token ?? "", claims: MFA };
    const renewed = await requestToken(served.tenant, refresh);
    expect(renewed).toMatchObject({ status: 400, body: { error: "interaction_required" } });
    const silent = await begin(browser, { prompt: "none", claims: MFA });
    expect(paramsOf(silent.response)).toMatchObject({ error: "interaction_required" });
    const { response, verifier } = await begin(browser, { claims: MFA });
    const back = await press(browser, response, { factor: "approve" });
    const stepped = await redeem(served.tenant, paramsOf(back).code ?? "", verifier);
    expect(decodeJwt(stepped.body.access_token ?? "")).toMatchObject({ amr: ["pwd", "mfa"] });
  });

  it("tells the dashboard when the second factor is denied", async () => {
    const { browser } = await signIn("Must do MFA");
    const { response } = await begin(browser, { claims: MFA });
    const back = await press(browser, response, { cancel: "yes" });
    expect(paramsOf(back)).toMatchObject({ error: "access_denied" });
  });

  it("asks a first visitor for consent, who may accept or decline", async () => {
    for (const [choice, expected] of [
      [{ consent: "accept" }, { code: expect.any(String) }],
      [{ cancel: "yes" }, { error: "access_denied" }],
    ] as const) {
      const browser = createBrowser();
      const { response } = await begin(browser);
      const consent = await press(browser, response, { account: oidOf("First visit") });
      expect(paramsOf(await press(browser, consent, choice))).toMatchObject(expected);
    }
  });

  it("issues tokens of five minutes to the account with short sessions", async () => {
    const { body } = await signIn("Short session");
    expect(Number(body.expires_in)).toBe(300);
  });

  it("signs out and returns to the dashboard", async () => {
    const { browser } = await signIn("Referrals admin");
    const { origin, redirectUri } = served.tenant;
    const query = new URLSearchParams({ post_logout_redirect_uri: redirectUri, state: "out" });
    const page = await browser.go(`${origin}/${LOCAL_TENANT_ID}/oauth2/v2.0/logout?${query}`);
    const text = await page.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? "";
    const back = await browser.go(new URL(formAction(text), origin).href, { xsrf, logout: "yes" });
    expect(back.headers.get("Location")).toBe(`${redirectUri}?state=out`);
    expect(paramsOf((await begin(browser, { prompt: "none" })).response)).toMatchObject({
      error: "login_required",
    });
  });

  it("keeps its pages out of frames, and scripts and styles to its own files", async () => {
    const { response } = await begin(createBrowser());
    expect(response.headers.get("X-Frame-Options")).toBe("DENY");
    expect(response.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'self'; style-src 'self'");
    const popup = await begin(createBrowser(), { pocd: "1" });
    expect(popup.response.headers.has("Cross-Origin-Opener-Policy")).toBe(false);
  });

  it("returns to registered addresses only", async () => {
    const { response } = await begin(createBrowser(), { redirect_uri: "http://127.0.0.1:4280/other" });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("redirect_uri");
  });

  it("can be out of order, ask everybody for consent, refuse renewal and have a wrong clock", async () => {
    const { faults } = served.entra;
    faults.clockSkewSeconds = 3600;
    const { body } = await signIn("Referrals admin");
    expect(decodeJwt(body.access_token ?? "").nbf).toBeGreaterThan(Date.now() / 1000 + 3000);
    faults.refuseRenewal = true;
    const refresh = { grant_type: "refresh_token", refresh_token: body.refresh_token ?? "" };
    expect((await requestToken(served.tenant, refresh)).body).toMatchObject({ error: "invalid_grant" });
    faults.askConsent = true;
    const browser = createBrowser();
    const consent = await press(browser, (await begin(browser)).response, { account: oidOf("Referrals") });
    expect(await consent.text()).toContain("Permissions requested");
    faults.down = true;
    expect((await begin(createBrowser())).response.status).toBe(503);
  });

  it("does not open off this machine, or in front of Partner Center", async () => {
    const options = {
      tenantId: LOCAL_TENANT_ID,
      clientId: LOCAL_CLIENT_ID,
      redirectUris: [],
      host: "127.0.0.1",
      partnerCenterUrl: null,
      secure: false,
    };
    await expect(openDevIdentity({ ...options, host: "0.0.0.0" })).rejects.toThrow(/this machine/);
    const partnerCenterUrl = "https://api.partnercenter.microsoft.com";
    await expect(openDevIdentity({ ...options, partnerCenterUrl })).rejects.toThrow(
      /never for Partner Center/,
    );
  });
});
