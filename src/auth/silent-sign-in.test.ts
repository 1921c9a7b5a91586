import {
  type AccountInfo,
  type AuthenticationResult,
  type SsoSilentRequest,
  stubbedPublicClientApplication,
} from "@azure/msal-browser";
import { describe, expect, it } from "vitest";
import { createReauthentication } from "./reauthentication.ts";
import type { Session } from "./session.ts";
import { signInSilently, takeHint } from "./silent-sign-in.ts";

const ADELE: AccountInfo = {
  homeAccountId: "adele",
  environment: "login.example",
  tenantId: "t",
  username: "Adele@contoso.example",
  localAccountId: "adele",
};

/** A session where the provider knows an account, or rejects a frame. */
function sessionWhere({ provider, cached = [] }: { provider: AccountInfo | Error; cached?: AccountInfo[] }) {
  const asked: SsoSilentRequest[] = [];
  let active: AccountInfo | null = null;
  const msal = {
    ...stubbedPublicClientApplication,
    getAllAccounts: () => cached,
    getActiveAccount: () => active,
    setActiveAccount: (account: AccountInfo | null) => {
      active = account;
    },
    ssoSilent: async (request: SsoSilentRequest) => {
      asked.push(request);
      if (provider instanceof Error) throw provider;
      return { account: provider } as AuthenticationResult;
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
  return { session, asked, active: () => active };
}

describe("signing in without a word", () => {
  it("takes the account that the provider knows", async () => {
    const { session, active } = sessionWhere({ provider: ADELE });
    await signInSilently(session);
    expect(active()).toBe(ADELE);
  });

  it("leaves the page as it was where the provider does not answer a frame", async () => {
    const { session, active } = sessionWhere({ provider: new Error("login_required") });
    await signInSilently(session);
    expect(active()).toBeNull();
  });

  it("asks nobody once somebody has signed in", async () => {
    const { session, asked } = sessionWhere({ provider: ADELE });
    session.msal.setActiveAccount(ADELE);
    await signInSilently(session);
    expect(asked).toEqual([]);
  });
});

describe("the portal's word for who is reading", () => {
  it("is tried once, and kept for the next sign-in", async () => {
    const { session, asked } = sessionWhere({ provider: new Error("login_required") });
    await takeHint(session, "adele@contoso.example");
    await takeHint(session, "adele@contoso.example");
    expect(asked).toEqual([{ scopes: ["scope"], loginHint: "adele@contoso.example" }]);
    expect(session.hint.text).toBe("adele@contoso.example");
  });

  it("chooses among the accounts of this tab without asking", async () => {
    const { session, asked, active } = sessionWhere({ provider: ADELE, cached: [ADELE] });
    await takeHint(session, "adele@contoso.example");
    expect([active(), asked]).toEqual([ADELE, []]);
  });

  it("does not take the page from who is signed in", async () => {
    const { session, active } = sessionWhere({ provider: new Error("never asked") });
    session.msal.setActiveAccount(ADELE);
    await takeHint(session, "somebody.else@contoso.example");
    expect(active()).toBe(ADELE);
  });
});
