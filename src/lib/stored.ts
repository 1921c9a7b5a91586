/** What this browser keeps for its reader; where it may keep nothing, it is forgotten with the page. */
const forgotten = new Map<string, string>();

/** The text kept under a name; null for none, and where storage is refused or throws. */
export function readStored(name: string): string | null {
  try {
    return forgotten.get(name) ?? localStorage.getItem(name);
  } catch {
    return forgotten.get(name) ?? null;
  }
}

/** Keeps a text under a name, null forgets it. False when it is kept no longer than the page is open. */
export function writeStored(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    forgotten.delete(name);
    return true;
  } catch {
    if (text === null) forgotten.delete(name);
    else forgotten.set(name, text);
    return false;
  }
}
