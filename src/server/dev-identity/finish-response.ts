import type { KoaContextWithOIDC } from "oidc-provider";
import { guardPage } from "./handler.ts";

/** Adds to oidc-provider's answers what Entra ID has in them: the account's ids beside tokens, guards on pages. */
export function finishResponse(context: KoaContextWithOIDC, tenantId: string): void {
  if (context.oidc?.route === "token") addClientInfo(context, tenantId);
  // A redirect is no page, although it has a few words of html: guarded, it would cut off who waits behind a pop-up.
  if (context.response.is("html") && !context.response.get("Location"))
    guardPage(context.res, context.query.pocd === "1");
}

function addClientInfo({ oidc, body }: KoaContextWithOIDC, tenantId: string): void {
  const oid = oidc.entities.Account?.accountId;
  if (typeof body !== "object" || body === null || !("access_token" in body) || !oid) return;
  const info = Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString("base64url");
  Object.assign(body, { client_info: info, ext_expires_in: 7200 });
}
