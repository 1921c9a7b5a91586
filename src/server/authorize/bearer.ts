import { invalidToken, noToken, type Refusal } from "./refusal.ts";

/** Bytes of an Authorization header; Entra's tokens have 2 to 4 kB. */
const MAX_HEADER = 16 * 1024;
const COMPACT_JWS = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

export type Bearer = { ok: true; token: string } | { ok: false; refusal: Refusal };

/**
 * The token in the Authorization headers of a call: exactly one header, `Bearer` and a signed JWT in compact form,
 * at most 16 kB. The scheme is taken in this one spelling, which every client of Partner Center uses.
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
