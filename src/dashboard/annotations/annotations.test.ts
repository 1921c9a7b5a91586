import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { addDays } from "#lib/calendar.ts";
import {
  type Annotation,
  annotationsInBuckets,
  MAX_ANNOTATIONS,
  mergeAnnotations,
  printAnnotations,
  readAnnotations,
} from "./annotations.ts";
import { annotationStoreOf } from "./use-annotations.ts";

const note: fc.Arbitrary<Annotation> = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 20 }), fc.constantFrom("Campaign", "Holiday", "活動開始", "<b>"))
  .map(([start, days, text]) => {
    const from = addDays("2026-01-20", start);
    return { from, to: addDays(from, days), text };
  });
const notes = fc.array(note, { maxLength: 12 });
const isSameNote = (one: Annotation, other: Annotation) =>
  one.from === other.from && one.to === other.to && one.text === other.text;

afterEach(() => vi.unstubAllGlobals());

it("merges lists without doubles, in order of days, and reads what it wrote", () => {
  fc.assert(
    fc.property(notes, notes, (some, more) => {
      const merged = mergeAnnotations(some, more);
      for (const one of [...some, ...more])
        expect(merged.filter((other) => isSameNote(one, other))).toHaveLength(1);
      expect(merged.map(({ from }) => from)).toEqual(merged.map(({ from }) => from).toSorted());
      expect(mergeAnnotations(merged, more)).toEqual(merged);
      expect(readAnnotations(printAnnotations([...some, ...more]))).toEqual(merged);
    }),
  );
});

it("says which note is wrong, and what about it", () => {
  const fine = { from: "2026-01-01", text: "New year" };
  const read = (...all: unknown[]) => readAnnotations(JSON.stringify({ version: 1, notes: all }));
  expect(read(fine)).toEqual([{ ...fine, to: "2026-01-01" }]);
  expect(read({ ...fine, text: " a\u0000\nb " })).toEqual([{ ...fine, to: fine.from, text: "a b" }]);
  expect(read(fine, { ...fine, from: "2026-02-30" })).toEqual({ part: "from", place: 2 });
  expect(read({ ...fine, to: "soon" })).toEqual({ part: "to", place: 1 });
  expect(read({ ...fine, to: "2025-12-31" })).toEqual({ part: "order", place: 1 });
  for (const text of ["", "  ", 7, "x".repeat(201)])
    expect(read({ ...fine, text })).toEqual({ part: "text", place: 1 });
  expect(read(7)).toEqual({ part: "note", place: 1 });
  expect(read(...Array.from({ length: MAX_ANNOTATIONS + 1 }, () => fine))).toEqual({
    part: "many",
    place: null,
  });
  for (const text of ["", "{", "7", "null", "[]", "{}"])
    expect(readAnnotations(text)).toEqual({ part: "json", place: null });
  expect(readAnnotations('{"version":2,"notes":[]}')).toEqual({ part: "version", place: null });
});

it("places a note on every bucket that shares a day with it", () => {
  const starts = [0, 7, 14, 21, 28];
  const buckets = starts.map((days) => {
    const start = addDays("2026-02-02", days);
    return { start, covered: { from: start, to: addDays(start, 6) } };
  });
  const days = Array.from({ length: 100 }, (_, at) => addDays("2026-01-15", at));
  const daysOf = ({ from, to }: { from: string; to: string }) =>
    days.filter((day) => day >= from && day <= to);
  fc.assert(
    fc.property(notes, (all) => {
      const placed = annotationsInBuckets(all, buckets);
      for (const one of all) {
        const touched = buckets.flatMap(({ covered }, at) =>
          daysOf(one).some((day) => daysOf(covered).includes(day)) ? [at] : [],
        );
        const found = placed.find((other) => other.note === one);
        expect(found && [found.first, found.last]).toEqual(
          touched.length === 0 ? undefined : [touched[0], touched.at(-1)],
        );
      }
    }),
    { numRuns: 30 },
  );
});

it("keeps notes per user, adds to what another tab stored, and says when storage fails", () => {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => stored.set(name, text),
    removeItem: (name: string) => stored.delete(name),
  });
  const [one, other] = [
    { from: "2026-01-01", to: "2026-01-01", text: "One" },
    { from: "2026-01-02", to: "2026-01-02", text: "Other" },
  ];
  const store = annotationStoreOf("a");
  expect(store.get()).toEqual([]);
  stored.set("annotations:a", printAnnotations([other]));
  store.change((all) => mergeAnnotations(all, [one]));
  expect(store.get()).toEqual([one, other]);
  expect(readAnnotations(stored.get("annotations:a") ?? "")).toEqual([one, other]);
  expect([store.isKept.get(), annotationStoreOf("b").get()]).toEqual([true, []]);
  vi.stubGlobal("localStorage", undefined);
  store.change(() => [one]);
  expect([store.isKept.get(), store.get()]).toEqual([false, [one]]);
});
