import { createHmac } from "node:crypto";
import { encoded, GOOD_CLAIMS, KID, NO_ROLE_OID, NOW, TENANT_ID, type TestIssuer } from "./test-issuer.ts";

/** A call to reject: its Authorization headers, and the expected status and code. */
export type BadCall = { headers: readonly string[]; status: 401 | 403; code: string };

const OTHER_GUID = "00c0ffee-0000-4000-8000-00000000000b";
const SECOND = NOW / 1000;

function unsigned(header: object, claims: unknown = GOOD_CLAIMS): string {
  return `${encoded(header)}.${encoded(claims)}`;
}

function refused(
  headers: string | readonly string[],
  status: 401 | 403 = 401,
  code = String(status),
): BadCall {
  return { headers: typeof headers === "string" ? [headers] : headers, status, code };
}

/** Headers without a token, or with a valid one in an invalid way. */
async function badHeaders({ sign }: TestIssuer): Promise<Record<string, BadCall>> {
  const good = await sign();
  return {
    "no header": refused([]),
    "an empty header": refused(""),
    "the scheme alone": refused("Bearer"),
    "another scheme": refused("Basic dXNlcjpwYXNz"),
    "a good token without its scheme": refused(good),
    "a good token under a scheme in lower case": refused(`bearer ${good}`),
    "two blanks before a good token": refused(`Bearer  ${good}`),
    "a tab before a good token": refused(`Bearer\t${good}`),
    "a blank in a good token": refused(`Bearer ${good.slice(0, 40)} ${good.slice(40)}`),
    "words behind a good token": refused(`Bearer ${good} extra`),
    "two good tokens in one header": refused(`Bearer ${good}, Bearer ${good}`),
    "two headers with good tokens": refused([`Bearer ${good}`, `Bearer ${good}`]),
    "a good header behind an empty one": refused(["Bearer", `Bearer ${good}`]),
    "a good header before an empty one": refused([`Bearer ${good}`, ""]),
    "a good token in quotation marks": refused(`Bearer "${good}"`),
    "100 kB of letters": refused(`Bearer ${"a".repeat(100 * 1024)}`),
    "100 kB that look like a token": refused(`Bearer ${unsigned({ alg: "RS256" }, "x".repeat(75_000))}.c2ln`),
    "a good token of 17 kB": refused(`Bearer ${await sign({ padding: "x".repeat(17 * 1024) })}`),
  };
}

/** Tokens with invalid signatures. */
async function badSignatures(issuer: TestIssuer): Promise<Record<string, BadCall>> {
  const { sign, craft: crafted, stranger, publicPem, strangerJwk } = issuer;
  const good = await sign();
  const [head = "", body = "", signature = ""] = good.split(".");
  const hmac = (key: string): string => {
    const text = unsigned({ alg: "HS256", typ: "JWT", kid: KID });
    return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
  };
  const admin = encoded({ ...GOOD_CLAIMS, oid: OTHER_GUID });
  const tokens = {
    "alg none without a signature": `${unsigned({ alg: "none", typ: "JWT", kid: KID })}.`,
    "alg none with a signature": `${unsigned({ alg: "none", typ: "JWT", kid: KID })}.${signature}`,
    "alg NoNe": `${unsigned({ alg: "NoNe", typ: "JWT", kid: KID })}.${signature}`,
    "no alg": `${unsigned({ typ: "JWT", kid: KID })}.${signature}`,
    "HS256 with the public key as text": hmac(publicPem),
    "HS256 with the public key as JSON": hmac(JSON.stringify(issuer.jwk)),
    "HS256 with an empty key": hmac(""),
    "a stranger's key under our key id": await sign({}, {}, stranger.privateKey),
    "an unknown key id": await sign({}, { kid: "another" }),
    "no key id": await sign({}, { kid: "" }),
    "a key id that is a path": await sign({}, { kid: "../../dev/null" }),
    "a key brought along": await sign({}, { jwk: strangerJwk }, stranger.privateKey),
    "a key brought along beside our signature": await sign({}, { jwk: strangerJwk }),
    "an address of keys (jku)": await sign({}, { jku: "https://keys.example/jwks" }),
    "an address of a certificate (x5u)": await sign({}, { x5u: "https://keys.example/cert" }),
    "an address of keys and a stranger's signature": await sign(
      {},
      { jku: "https://keys.example/jwks" },
      stranger.privateKey,
    ),
    "a certificate brought along (x5c)": await sign({}, { x5c: ["MIIB"] }),
    "an unknown critical header": crafted({ alg: "RS256", crit: ["exp"], exp: 1 }),
    "an unencoded payload (b64 false)": crafted({ alg: "RS256", crit: ["b64"], b64: false }),
    "b64 false without crit": crafted({ alg: "RS256", b64: false }),
    "a nested token": crafted({ alg: "RS256", cty: "JWT" }, good),
    "a payload that is no JSON": crafted({ alg: "RS256" }, "not json"),
    "a payload that is a list": crafted({ alg: "RS256" }, [GOOD_CLAIMS]),
    "RS512 in the header of an RS256 signature": crafted({ alg: "RS512" }),
    "PS256 in the header of an RS256 signature": crafted({ alg: "PS256" }),
    "a token cut short": good.slice(0, -20),
    "a token without its signature": `${head}.${body}.`,
    "a token in two parts": `${head}.${body}`,
    "a token in four parts": `${good}.${signature}`,
    "an encrypted token's five parts": `${good}.${signature}.${signature}`,
    "another payload under our signature": `${head}.${admin}.${signature}`,
    "a changed signature": `${head}.${body}.${signature.slice(1)}A`,
    "a header that is no JSON": `${encoded("{")}.${body}.${signature}`,
    "padding behind the parts": `${head}=.${body}=.${signature}=`,
    "letters outside of base64url": `${head}.${body}.${signature.slice(0, -2)}+/`,
  };
  return bearers(tokens);
}

/** Correctly signed tokens that are not for this call. */
async function badClaims({ sign }: TestIssuer): Promise<Record<string, BadCall>> {
  const v2 = `https://login.microsoftonline.com/${TENANT_ID}/v2.0`;
  const tokens = {
    "another tenant's issuer": await sign({ iss: `https://sts.windows.net/${OTHER_GUID}/` }),
    "an issuer without its last slash": await sign({ iss: `https://sts.windows.net/${TENANT_ID}` }),
    "an issuer that only begins like ours": await sign({ iss: `https://sts.windows.net/${TENANT_ID}/x` }),
    "version 2's issuer in version 1": await sign({ iss: v2 }),
    "version 1's issuer in version 2": await sign({ ver: "2.0" }),
    "no issuer": await sign({ iss: undefined }),
    "another tenant": await sign({ tid: OTHER_GUID }),
    "no tenant": await sign({ tid: undefined }),
    "no object id": await sign({ oid: undefined }),
    "an object id that is no GUID": await sign({ oid: "admin" }),
    "no version": await sign({ ver: undefined }),
    expired: await sign({ exp: SECOND - 61 }),
    "expired long ago": await sign({ exp: 1 }),
    "no end": await sign({ exp: undefined }),
    "an end that is text": await sign({ exp: String(SECOND + 3600) }),
    "not valid yet": await sign({ nbf: SECOND + 61 }),
    "no beginning": await sign({ nbf: undefined }),
    "two audiences, ours among them": await sign({ aud: [GOOD_CLAIMS.aud, "https://graph.microsoft.com"] }),
    "no audience": await sign({ aud: undefined }),
  };
  return bearers(tokens);
}

/** Tokens for which Partner Center has special codes. */
async function codedCalls({ sign }: TestIssuer): Promise<Record<string, BadCall>> {
  const call = async (claims: object, status: 401 | 403, code: string): Promise<BadCall> =>
    refused(`Bearer ${await sign(claims)}`, status, code);
  return {
    "for Microsoft Graph": await call({ aud: "https://graph.microsoft.com" }, 401, "900420"),
    "for the dashboard itself, as id tokens are": await call({ aud: OTHER_GUID }, 401, "900420"),
    "for a host that only begins like ours": await call(
      { aud: `${GOOD_CLAIMS.aud}.evil.example` },
      401,
      "900420",
    ),
    "without a second factor": await call({ amr: ["pwd"] }, 401, "900421"),
    "without methods": await call({ amr: undefined }, 401, "900421"),
    "with methods as text": await call({ amr: "mfa" }, 401, "900421"),
    "without a scope": await call({ scp: undefined }, 403, "403"),
    "with another scope": await call({ scp: "user_impersonation.read" }, 403, "403"),
    "of an application, not of a user": await call(
      { scp: undefined, roles: ["All"], idtyp: "app" },
      403,
      "403",
    ),
    "of somebody without a role": await call({ oid: NO_ROLE_OID }, 403, "2032"),
  };
}

function bearers(tokens: Record<string, string>): Record<string, BadCall> {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, refused(`Bearer ${token}`)]),
  );
}

export async function badCalls(issuer: TestIssuer): Promise<Record<string, BadCall>> {
  return {
    ...(await badHeaders(issuer)),
    ...(await badSignatures(issuer)),
    ...(await badClaims(issuer)),
    ...(await codedCalls(issuer)),
  };
}
