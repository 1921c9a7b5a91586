/**
 * The claims that a challenge asks for, as the JSON text that MSAL passes on. A challenge carries them in base64
 * or base64url, sometimes plain; null when they are neither.
 */
export function readClaims(challenge: string | null): string | null {
  if (!challenge) return null;
  return jsonObject(challenge) ?? jsonObject(decoded(challenge));
}

function decoded(text: string): string {
  try {
    const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  } catch {
    return "";
  }
}

function jsonObject(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? text : null;
  } catch {
    return null;
  }
}
