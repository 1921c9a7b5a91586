import { invalidToken, noToken, type Refusal } from "./refusal.ts";

/** Limit of an Authorization header in bytes; Entra's tokens have 2 to 4 kB. */
const MAX_HEADER = 16 * 1024;
const COMPACT_JWS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

export type Bearer = { ok: true; token: string } | { ok: false; refusal: Refusal };

/**
 * Extracts the token: exactly one Authorization header, `Bearer` in this spelling (which all Partner Center clients
 * use) and a signed compact JWT, at most 16 kB.
 */
export function readBearer(headers: readonly string[]): Bearer {
  const [header, ...more] = headers;
  if (header === undefined) return { ok: false, refusal: noToken() };
  if (more.length > 0) return refuse("The request has more than one Authorization header.");
  if (header.length > MAX_HEADER) return refuse("The Authorization header is longer than 16 kB.");
  const token = COMPACT_JWS.exec(header)?.[1];
  return token ? { ok: true, token } : refuse("The Authorization header has no signed bearer token.");
}

function refuse(description: string): Bearer {
  return { ok: false, refusal: invalidToken(description) };
}
