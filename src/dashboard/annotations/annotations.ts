import * as v from "valibot";
import { type Day, isDay } from "#lib/calendar.ts";
import type { Period } from "#referrals/period.ts";

/** A note on days, both included. */
export type Annotation = { from: Day; to: Day; text: string };

export const MAX_ANNOTATIONS = 500;
export const MAX_ANNOTATION_TEXT = 200;

const DaySchema = v.pipe(v.string(), v.trim(), v.check(isDay));
const AnnotationSchema = v.object({
  from: DaySchema,
  to: v.optional(DaySchema),
  text: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\p{Cc}+/gu, " ")),
    v.trim(),
    v.minLength(1),
    v.maxLength(MAX_ANNOTATION_TEXT),
  ),
});

/** What is wrong with a note: its part, and its place from 1 (null: the whole text). */
export type AnnotationFault = {
  part: "json" | "version" | "from" | "to" | "order" | "text" | "note" | "many";
  place: number | null;
};

/** Parses a list as `printAnnotations` writes it, in order of days; or the first fault. */
export function readAnnotations(text: string): Annotation[] | AnnotationFault {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { part: "json", place: null };
  }
  const { version, notes } = (file ?? {}) as { version?: unknown; notes?: unknown };
  if (!Array.isArray(notes)) return { part: "json", place: null };
  if (version !== 1) return { part: "version", place: null };
  return notes.length > MAX_ANNOTATIONS ? { part: "many", place: null } : checked(notes);
}

function checked(notes: readonly unknown[]): Annotation[] | AnnotationFault {
  const read: Annotation[] = [];
  for (const [at, note] of notes.entries()) {
    const { success, output, issues } = v.safeParse(AnnotationSchema, note);
    const place = at + 1;
    if (!success) return { part: (issues[0].path?.[0]?.key as "from") ?? "note", place };
    const { from, to = from } = output;
    if (to < from) return { part: "order", place };
    read.push({ from, to, text: output.text });
  }
  return mergeAnnotations([], read);
}

export function printAnnotations(notes: readonly Annotation[]): string {
  return JSON.stringify({ version: 1, notes }, null, 2);
}

/** Both lists in order of days, each note once. */
export function mergeAnnotations(notes: readonly Annotation[], more: readonly Annotation[]): Annotation[] {
  const byName = new Map([...notes, ...more].map((note) => [annotationKey(note), note]));
  return [...byName.keys()].sort().flatMap((key) => byName.get(key) ?? []);
}

/** The same for two notes of the same days and text only; sorts by days. */
export function annotationKey({ from, to, text }: Annotation): string {
  return `${from} ${to} ${text}`;
}

/** A note and the first and last bucket that it touches. */
type PlacedAnnotation = { note: Annotation; first: number; last: number };

export type DatedBuckets = readonly { covered: Period }[];

/** The notes on days of these buckets, in order of days. */
export function annotationsInBuckets(
  notes: readonly Annotation[],
  buckets: DatedBuckets,
): PlacedAnnotation[] {
  return notes.flatMap((note) => {
    const touches = ({ covered }: DatedBuckets[number]) => note.from <= covered.to && note.to >= covered.from;
    const first = buckets.findIndex(touches);
    return first < 0 ? [] : [{ note, first, last: buckets.findLastIndex(touches) }];
  });
}
