/** Crockford's base 32: no characters that look alike. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/**
 * A stable code of eight characters for a customer name, ignoring case and surrounding spaces. No protection against
 * someone who has a list of names to try.
 */
export function pseudonymOf(name: string): string {
  const text = name.normalize("NFKC").trim().toLowerCase();
  const bits = (hash(text, 0x811c9dc5) << 20n) ^ hash(text, 0x9e3779b1);
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[Number((bits >> BigInt(5 * at)) & 31n)]).join("");
}

/** FNV-1a over UTF-16 code units with a final mix (https://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string, seed: number): bigint {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return BigInt((value ^ (value >>> 16)) >>> 0);
}
