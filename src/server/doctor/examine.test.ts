import { describe, expect, it } from "vitest";
import { sampleOf, serveApi } from "../referrals-api/testing/serve-api.ts";
import { examine } from "./examine.ts";
import { type Finding, report } from "./finding.ts";

const TENANT = "00c0ffee-0000-4000-8000-000000000001";
const AUTHORITY = `https://login.microsoftonline.com/${TENANT}`;
const API = "https://api.partnercenter.microsoft.com";
const PRODUCTION = {
  SIGN_IN: "entra",
  ENTRA_TENANT_ID: TENANT,
  ENTRA_CLIENT_ID: "00c0ffee-0000-4000-8000-000000000002",
  PARTNER_CENTER_URL: API,
};

const METADATA = {
  issuer: `${AUTHORITY}/v2.0`,
  authorization_endpoint: `${AUTHORITY}/oauth2/v2.0/authorize`,
  token_endpoint: `${AUTHORITY}/oauth2/v2.0/token`,
  jwks_uri: `${AUTHORITY}/discovery/v2.0/keys`,
};

type Answers = { metadata?: () => Response; api?: () => Response; cors?: () => Response };

function network({ metadata, api, cors }: Answers): typeof fetch {
  return async (address, options) => {
    const url = String(address);
    if (url.endsWith("openid-configuration")) return metadata?.() ?? Response.json(METADATA);
    if (url.endsWith("keys")) return Response.json({ keys: [{ kid: "a" }] });
    if (options?.method === "OPTIONS") return cors?.() ?? new Response(null, { status: 405 });
    return api?.() ?? new Response(null, { status: 401 });
  };
}

async function wrongIn(environment: Record<string, string>, responses: Answers = {}): Promise<string[]> {
  const findings = await examine(environment, network(responses));
  return findings.filter(({ kind }: Finding) => kind === "bad").map(({ text }) => text);
}

describe("the doctor", () => {
  it("finds nothing wrong where everything answers as it should", async () => {
    expect(await wrongIn(PRODUCTION)).toEqual([]);
    const text = report(await examine(PRODUCTION, network({})));
    expect(text).toContain("requires a token, as expected");
    expect(text).toContain("does not allow direct calls from browsers");
    expect(text).toMatch(/No problems found\.$/);
  });

  it("lists every wrong setting, and looks no further", async () => {
    expect(await wrongIn({ SIGN_IN: "entra", CLOUD: "china" })).toHaveLength(2);
  });

  it.each([
    [
      "a tenant that nobody knows",
      { metadata: () => new Response("{}", { status: 400 }) },
      /ENTRA_TENANT_ID/,
    ],
    ["a proxy's page instead of metadata", { metadata: () => new Response("<html>") }, /proxy/],
    [
      "another issuer",
      { metadata: () => Response.json({ ...METADATA, issuer: "https://other.example" }) },
      /tenant's GUID/,
    ],
    [
      "no network",
      {
        metadata: () => {
          throw new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ENOTFOUND" }) });
        },
      },
      /DNS/,
    ],
    ["a service that is not offered", { api: () => new Response(null, { status: 404 }) }, /does not offer/],
    ["a service that answers anybody", { api: () => Response.json([]) }, /not Partner Center/],
    ["a service that redirects", { api: () => new Response(null, { status: 302 }) }, /redirects/],
  ])("says what is wrong with %s", async (_name, responses, words) => {
    expect(await wrongIn(PRODUCTION, responses)).toEqual([expect.stringMatching(words)]);
  });

  it("says that Germany's cloud is closed, and asks it nothing", async () => {
    expect(await wrongIn({ ...PRODUCTION, CLOUD: "germany" })).toEqual([expect.stringContaining("closed")]);
  });

  it("names a file that is not there", async () => {
    expect(await wrongIn({ REFERRALS_FILE: "no-such-file.csv" })).toEqual([
      expect.stringContaining("no-such-file.csv"),
    ]);
  });

  it("reads the first page of the Referrals API with a token that is given, and tells counts only", async () => {
    const served = await serveApi({ referrals: sampleOf(300) });
    const environment = {
      SIGN_IN: "entra",
      ENTRA_TENANT_ID: TENANT,
      ENTRA_CLIENT_ID: PRODUCTION.ENTRA_CLIENT_ID,
      SOURCE: "referrals-api",
      REFERRALS_API_URL: served.api.origin,
    };
    const get: typeof fetch = (address, options) =>
      String(address).startsWith(served.api.origin) ? fetch(address, options) : network({})(address, options);
    const printed = async (REFERRALS_API_TOKEN: string) =>
      report(await examine({ ...environment, REFERRALS_API_TOKEN }, get));
    try {
      const text = await printed(await served.token());
      expect(text).toContain(`${served.api.origin} responds and requires a token, as expected.`);
      expect(text).toContain("The token is for the Referrals API.");
      expect(text).toContain("The first page has 200 referrals, and more follow.");
      expect(text).toMatch(/substatus: .*Won \d+/);
      expect(text).not.toMatch(/GmbH|Ltd|Contoso/);
      const other = await printed(await served.token({ aud: API }));
      expect(other).toContain(`The token is for ${API}.`);
      expect(other).toContain("The first page can't be read (401 unauthenticated)");
      expect(await printed("nonsense")).toContain("is not an access token");
      expect(await printed("")).toContain("https://api.partner.microsoft.com/.default");
    } finally {
      await served.api.close();
    }
  });
});
