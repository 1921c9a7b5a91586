import { afterEach, describe, expect, it, vi } from "vitest";
import { readStored, writeStored } from "./stored.ts";

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, text: string) => void entries.set(name, text),
    removeItem: (name: string) => void entries.delete(name),
  };
}

const refuse = (): never => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

afterEach(() => vi.unstubAllGlobals());

describe("what the browser keeps", () => {
  it("is read as it was written, and forgotten on demand", () => {
    vi.stubGlobal("localStorage", storageOf(new Map()));
    expect(readStored("a")).toBeNull();
    expect(writeStored("a", "1")).toBe(true);
    expect(readStored("a")).toBe("1");
    writeStored("a", null);
    expect(readStored("a")).toBeNull();
  });

  it("lasts as long as the page where storage is refused", () => {
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(writeStored("b", "2")).toBe(false);
    expect(readStored("b")).toBe("2");
    writeStored("b", null);
    expect(readStored("b")).toBeNull();
  });

  it("lasts as long as the page where there is no room, in place of what was kept", () => {
    vi.stubGlobal("localStorage", { ...storageOf(new Map([["d", "old"]])), setItem: refuse });
    expect(writeStored("d", "new")).toBe(false);
    expect(readStored("d")).toBe("new");
  });

  it("does without storage that is not there at all", () => {
    expect(writeStored("c", "3")).toBe(false);
    expect(readStored("c")).toBe("3");
  });
});
