import { storedName } from "./base-path.ts";

/** Fallback where localStorage is unavailable: values last as long as the page. */
const forgotten = new Map<string, string>();

/** The stored value; null when there is none or storage is unavailable. */
export function readStored(name: string): string | null {
  try {
    return forgotten.get(name) ?? localStorage.getItem(storedName(name));
  } catch {
    return forgotten.get(name) ?? null;
  }
}

/** Whether the browser lets this page see what it stored. */
export function canReadStored(): boolean {
  try {
    localStorage.getItem("");
    return true;
  } catch {
    return false;
  }
}

/** Stores a value; null removes it. False when it will not survive a reload. */
export function writeStored(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(storedName(name));
    else localStorage.setItem(storedName(name), text);
    forgotten.delete(name);
    return true;
  } catch {
    if (text === null) forgotten.delete(name);
    else forgotten.set(name, text);
    return false;
  }
}
