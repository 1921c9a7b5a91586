import { spreadLabels } from "#charts/label-layout.ts";

/** Where events stand on an axis in CSS pixels: by their time, and where their labels fit without overlapping. */
export type TimelineAxis = { height: number; places: readonly { at: number; label: number }[] };

/** Height of a label of two lines. */
const LABEL_PX = 44;
const MIN_PX = 180;

/** Places instants (ms, ascending) on one axis from the first of them to the last. */
export function timelineAxis(instants: readonly number[]): TimelineAxis {
  const height = Math.max(MIN_PX, instants.length * LABEL_PX);
  const [first = 0, last = 0] = [instants.at(0), instants.at(-1)];
  const [start, room] = [LABEL_PX / 2, height - LABEL_PX];
  const places = instants.map((instant) =>
    last > first ? start + ((instant - first) / (last - first)) * room : start,
  );
  const labels = spreadLabels(places, LABEL_PX, height);
  return { height, places: places.map((at, index) => ({ at, label: labels[index] ?? at })) };
}
