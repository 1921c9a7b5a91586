import { expect, test } from "vitest";
import { createRecentMap } from "./recent-map.ts";

test("keeps the entries that were used last", () => {
  const map = createRecentMap<{ at: number }>(2);
  const held = () => ["a", "b", "c"].filter((name) => map.get(name));
  map.set("a", { at: 1 });
  map.set("b", { at: 2 });
  expect(map.get("a")).toEqual({ at: 1 });
  map.set("c", { at: 3 });
  expect(held()).toEqual(["a", "c"]);
  map.set("a", { at: 4 });
  map.set("b", { at: 5 });
  expect(held()).toEqual(["a", "b"]);
  map.delete("a");
  expect(held()).toEqual(["b"]);
  expect(map.get("b")).toEqual({ at: 5 });
});
