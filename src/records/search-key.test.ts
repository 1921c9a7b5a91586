import fc from "fast-check";
import { expect, it } from "vitest";
import { searchKey, wordsOf } from "./search-key.ts";

it.each([
  ["Café ZOË", "cafe zoe"],
  ["  Łódź \t Öl\u00a0AG ", "lodz ol ag"],
  ["Straße", "strasse"],
  ["İstanbul Isı", "istanbul isi"],
  ["ﬁne Ａcme", "fine acme"],
  ["日本 株式会社", "日本 株式会社"],
])("reads '%s' as '%s'", (text, plain) => {
  expect(searchKey(text)).toBe(plain);
});

it("changes a plain text no more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => searchKey(searchKey(text)) === searchKey(text)),
  );
});

it("splits a search into words, a blank one into none", () => {
  expect(wordsOf(" Zoë  café ")).toEqual(["zoe", "cafe"]);
  expect(wordsOf(" \t")).toEqual([]);
});
