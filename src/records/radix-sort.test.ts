import fc from "fast-check";
import { expect, it } from "vitest";
import { radixSort } from "./ranks.ts";

it("sorts short Latin texts by code unit, equals as they came", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme-ascii", maxLength: 16 })), (texts) => {
      const sorted = [...texts.keys()].sort((a, b) => {
        const [first = "", second = ""] = [texts[a], texts[b]];
        return first < second ? -1 : Number(first > second);
      });
      expect([...radixSort(texts)]).toEqual(sorted);
    }),
  );
});

it("loses no text, of whatever length and script", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 })), (texts) => {
      expect([...radixSort(texts)].sort((a, b) => a - b)).toEqual([...texts.keys()]);
    }),
  );
});
