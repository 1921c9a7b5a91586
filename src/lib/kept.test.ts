import { afterEach, expect, it, vi } from "vitest";
import { createKept, keptText } from "./kept.ts";

/** A list of numbers, as JSON. */
const NUMBERS = {
  empty: [] as readonly number[],
  read(text: string): readonly number[] | undefined {
    try {
      const list: unknown = JSON.parse(text);
      return Array.isArray(list) && list.every((one) => typeof one === "number") ? list : undefined;
    } catch {
      return undefined;
    }
  },
  print: (list: readonly number[]) => (list.length === 0 ? null : JSON.stringify(list)),
};

/** A browser's storage and its events; `tell` is what another tab does. */
function browser(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries));
  const listeners: ((event: { key: string | null }) => void)[] = [];
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  });
  vi.stubGlobal("addEventListener", (_: string, listener: (typeof listeners)[number]) =>
    listeners.push(listener),
  );
  const tell = (key: string, text: string | null) => {
    if (text === null) kept.delete(key);
    else kept.set(key, text);
    for (const listener of listeners) listener({ key });
  };
  return { kept, tell };
}

afterEach(() => vi.unstubAllGlobals());

for (const damaged of ["{", "7", '[1,"2"]', ""])
  it(`keeps a text that can't be read until somebody changes or discards it: ${damaged || "nothing"}`, () => {
    const { kept } = browser({ [`a${damaged}`]: damaged, [`b${damaged}`]: damaged });
    const [changed, discarded] = ["a", "b"].map((name) => createKept(`${name}${damaged}`, NUMBERS));
    expect([changed?.get(), changed?.unreadable.get()]).toEqual([[], damaged]);
    expect(kept.get(`a${damaged}`)).toBe(damaged);
    changed?.change((list) => [...list, 1]);
    expect([changed?.get(), changed?.unreadable.get()]).toEqual([[1], null]);
    expect(kept.get(`a${damaged}`)).toBe("[1]");
    discarded?.discard();
    expect([discarded?.get(), discarded?.unreadable.get()]).toEqual([[], null]);
    expect([...kept.keys()]).toEqual([`a${damaged}`]);
  });

it("takes over what another tab stores, and changes that", () => {
  const { kept, tell } = browser({ c: "[1]" });
  const list = createKept("c", NUMBERS);
  const told = vi.fn();
  list.subscribe(told);
  expect(list.get()).toEqual([1]);
  expect(list.get()).toBe(list.get());
  tell("c", "[1,2]");
  tell("other", "[9]");
  expect([list.get(), told.mock.calls.length]).toEqual([[1, 2], 1]);
  // Before its event comes.
  kept.set("c", "[1,2,3]");
  list.change((numbers) => [...numbers, 4]);
  expect(kept.get("c")).toBe("[1,2,3,4]");
  tell("c", "{");
  expect([list.get(), list.unreadable.get(), keptText("c").get()]).toEqual([[], "{", "{"]);
  tell("c", null);
  expect([list.get(), list.unreadable.get()]).toEqual([[], null]);
});

it("says from the start that a browser refuses storage", () => {
  const refuse = (): never => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  const list = createKept("d", NUMBERS);
  expect([list.get(), list.unreadable.get(), list.isKept.get()]).toEqual([[], null, false]);
  list.change(() => [5]);
  expect([list.get(), list.isKept.get()]).toEqual([[5], false]);
});
