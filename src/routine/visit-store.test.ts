import { afterEach, expect, it, vi } from "vitest";
import { visitStoreOf } from "./visit-store.ts";
import { readVisits } from "./visits.ts";

afterEach(() => vi.unstubAllGlobals());

it("notes no visit over a text that can't be read until it is discarded", () => {
  const kept = new Map([["visits:a", '{"current":{"at":1']]);
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  });
  const store = visitStoreOf("a", 7);
  store.note(8);
  expect(store.unreadable.get()).toBe(kept.get("visits:a"));
  expect(kept.get("visits:a")).toBe('{"current":{"at":1');
  expect(store.get()).toEqual({ before: [], isReset: false });
  store.discard();
  expect(store.unreadable.get()).toBeNull();
  expect(readVisits(kept.get("visits:a") ?? null)).toMatchObject({ current: { data: 8 }, before: [] });
  expect(visitStoreOf("b", 9).unreadable.get()).toBeNull();
  expect(readVisits(kept.get("visits:b") ?? null)?.current.data).toBe(9);
});
