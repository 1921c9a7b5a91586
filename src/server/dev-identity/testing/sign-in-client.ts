import { createHash, randomBytes } from "node:crypto";

/** Cookies by path. */
export type Browser = {
  go: (address: string, form?: Record<string, string>) => Promise<Response>;
};

/** A headless client for one server: keeps cookies, follows no redirects. */
export function createBrowser(): Browser {
  const cookies = new Map<string, { value: string; path: string }>();
  return {
    async go(address, form) {
      const path = new URL(address).pathname;
      const sent = [...cookies].filter(([, cookie]) => path.startsWith(cookie.path));
      const response = await fetch(address, {
        redirect: "manual",
        headers: { Cookie: sent.map(([name, { value }]) => `${name}=${value}`).join("; ") },
        ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      });
      for (const line of response.headers.getSetCookie()) keep(cookies, line);
      return response;
    },
  };
}

function keep(cookies: Map<string, { value: string; path: string }>, line: string): void {
  const [pair = "", ...attributes] = line.split("; ");
  const [name = "", value = ""] = pair.split(/=(.*)/s);
  const path = attributes.find((text) => text.toLowerCase().startsWith("path="))?.slice(5) ?? "/";
  if (value === "") cookies.delete(name);
  else cookies.set(name, { value, path });
}

export type Tenant = { origin: string; tenantId: string; clientId: string; redirectUri: string };

const SCOPES = "https://api.partnercenter.microsoft.com/user_impersonation openid profile offline_access";

/** The URL of an authorization request as MSAL builds it, and its code verifier. */
export function authorizeAddress(
  tenant: Tenant,
  more: Record<string, string> = {},
): { url: string; verifier: string } {
  const verifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: tenant.clientId,
    scope: SCOPES,
    redirect_uri: tenant.redirectUri,
    response_mode: "fragment",
    response_type: "code",
    state: "a-state",
    nonce: "a-nonce",
    client_info: "1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  return { url: `${tenant.origin}/${tenant.tenantId}/oauth2/v2.0/authorize?${query}`, verifier };
}

/** Follows redirects to a page or back to the dashboard. */
export async function follow(browser: Browser, tenant: Tenant, from: Response): Promise<Response> {
  const location = from.headers.get("Location");
  if (location === null || location.startsWith(tenant.redirectUri)) return from;
  return follow(browser, tenant, await browser.go(new URL(location, tenant.origin).href));
}

/** The parameters in the fragment of the redirect to the dashboard. */
export function paramsOf(response: Response): Record<string, string> {
  const location = new URL(response.headers.get("Location") ?? "about:blank");
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

/** The action of a page's form. */
export function formAction(page: string): string {
  return /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? "";
}

/** Calls the token endpoint from the dashboard's origin. */
export async function requestToken(tenant: Tenant, form: Record<string, string>) {
  const response = await fetch(`${tenant.origin}/${tenant.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    headers: { Origin: new URL(tenant.redirectUri).origin },
    body: new URLSearchParams({ client_id: tenant.clientId, scope: SCOPES, client_info: "1", ...form }),
  });
  const body = (await response.json()) as Record<string, string>;
  return { status: response.status, body };
}

/** Redeems a code. */
export function redeem(tenant: Tenant, code: string, verifier: string) {
  return requestToken(tenant, {
    grant_type: "authorization_code",
    code,
    redirect_uri: tenant.redirectUri,
    code_verifier: verifier,
  });
}
