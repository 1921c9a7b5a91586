import {
  type AccountInfo,
  type AuthenticationResult,
  BrowserAuthError,
  InteractionRequiredAuthError,
  type SilentRequest,
  stubbedPublicClientApplication,
} from "@azure/msal-browser";
import { describe, expect, it } from "vitest";
import { createReauthentication } from "./reauthentication.ts";
import type { Session } from "./session.ts";
import { currentToken, tokenAfter } from "./tokens.ts";

const ACCOUNT: AccountInfo = {
  homeAccountId: "oid.tid",
  environment: "login.microsoftonline.com",
  tenantId: "tid",
  username: "admin@contoso.example",
  localAccountId: "oid",
};

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const INTERACTION = new InteractionRequiredAuthError("login_required", "");

/** A session whose silent requests return these results in turn: a token, or an MSAL error code to throw. */
function sessionThat(answers: readonly (string | Error)[], account: AccountInfo | null = ACCOUNT) {
  const asked: SilentRequest[] = [];
  const left = [...answers];
  const msal = {
    ...stubbedPublicClientApplication,
    getActiveAccount: () => account,
    acquireTokenSilent: async (request: SilentRequest) => {
      asked.push(request);
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return { accessToken: answer } as AuthenticationResult;
    },
  };
  const session: Session = {
    msal,
    scopes: ["scope"],
    reauthentication: createReauthentication(),
    forget() {},
    isKeptOnServer: false,
    hint: { text: null },
  };
  return { session, asked };
}

describe("the token of a call", () => {
  it("comes from MSAL, for the active account and the one scope", async () => {
    const { session, asked } = sessionThat(["token"]);
    expect(await currentToken(session)).toBe("token");
    expect(asked).toEqual([{ scopes: ["scope"], account: ACCOUNT }]);
  });

  it("is absent while nobody is signed in, and nobody is asked", async () => {
    const { session, asked } = sessionThat([], null);
    expect(await currentToken(session)).toBeNull();
    expect(asked).toEqual([]);
  });

  it("waits for the person when the session has ended", async () => {
    const { session } = sessionThat([INTERACTION]);
    const token = currentToken(session);
    await expect.poll(() => session.reauthentication.pending()?.reason).toBe("session");
    session.reauthentication.settle("later");
    expect(await token).toBe("later");
  });

  it("fails at once, with MSAL's error, when the provider cannot be reached", async () => {
    const offline = new BrowserAuthError("no_network_connectivity", "");
    const { session } = sessionThat([offline]);
    await expect(currentToken(session)).rejects.toBe(offline);
    expect(session.reauthentication.pending()).toBeNull();
  });
});

describe("the token after a refusal", () => {
  it("is renewed, whatever MSAL's clock says, when the old one had expired", async () => {
    const { session, asked } = sessionThat(["fresh"]);
    expect(await tokenAfter(session, { kind: "token-expired" })).toBe("fresh");
    expect(asked[0]).toMatchObject({ forceRefresh: true });
  });

  it("is asked for with the claims of the challenge", async () => {
    const { session, asked } = sessionThat(["proven"]);
    const challenge = { kind: "claims-challenge", claims: btoa(CLAIMS) };
    expect(await tokenAfter(session, challenge)).toBe("proven");
    expect(asked[0]).toMatchObject({ claims: CLAIMS });
  });

  it("takes the person with the same claims when the silent way is not enough", async () => {
    const { session } = sessionThat([INTERACTION]);
    const token = tokenAfter(session, { kind: "claims-challenge", claims: btoa(CLAIMS) });
    await expect.poll(() => session.reauthentication.pending()).toEqual({ reason: "proof", claims: CLAIMS });
    session.reauthentication.settle(null);
    expect(await token).toBeNull();
  });

  it("takes the person at once for multi-factor authentication without claims", async () => {
    const { session, asked } = sessionThat([]);
    void tokenAfter(session, { kind: "mfa-required" });
    expect(session.reauthentication.pending()).toEqual({ reason: "proof", claims: null });
    expect(asked).toEqual([]);
  });
});
