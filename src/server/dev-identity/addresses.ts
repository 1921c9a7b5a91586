/** Paths of a tenant, as in Entra ID, below where the server stands in its site. */
export function paths(tenantId: string, basePath = "") {
  const root = `${basePath}/${tenantId}`;
  return {
    root,
    authorize: `${root}/oauth2/v2.0/authorize`,
    token: `${root}/oauth2/v2.0/token`,
    logout: `${root}/oauth2/v2.0/logout`,
    keys: `${root}/discovery/v2.0/keys`,
    configuration: `${root}/v2.0/.well-known/openid-configuration`,
    interaction: `${root}/sign-in`,
    styles: `${root}/files/stand-in.css`,
    script: `${root}/files/stand-in.js`,
  };
}
export type Paths = ReturnType<typeof paths>;

/** Issuer of id tokens; access tokens have the v1 issuer. */
export function issuerOf(tenantId: string): string {
  return `https://login.microsoftonline.com/${tenantId}/v2.0`;
}

/** The tenant's `/.well-known/openid-configuration`, with endpoints at an origin. */
export function metadataAt(
  origin: string,
  tenantId: string,
  { authorize, token, logout, keys }: Paths,
): Record<string, unknown> {
  return {
    issuer: issuerOf(tenantId),
    authorization_endpoint: `${origin}${authorize}`,
    token_endpoint: `${origin}${token}`,
    end_session_endpoint: `${origin}${logout}`,
    jwks_uri: `${origin}${keys}`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
  };
}
