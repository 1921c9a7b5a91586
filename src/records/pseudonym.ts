/** Letters and digits that are not mistaken for each other. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;

/**
 * A code of eight signs in place of a customer's name, the same wherever and whenever the name stands; spaces around
 * it and its case make no other customer of it. Whoever has a list of names can find out which code is whose.
 */
export function pseudonymOf(name: string): string {
  const text = name.normalize("NFKC").trim().toLowerCase();
  const bits = (hash(text, 0x811c9dc5) << 20n) ^ hash(text, 0x9e3779b1);
  return Array.from({ length: LENGTH }, (_, at) => SIGNS[Number((bits >> BigInt(5 * at)) & 31n)]).join("");
}

/** FNV-1a over the text's code units, with a last mixing (https://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string, seed: number): bigint {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return BigInt((value ^ (value >>> 16)) >>> 0);
}
