/**
 * Decodes the claims of a challenge (base64, base64url or plain) to the JSON text that MSAL expects; null when invalid.
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
