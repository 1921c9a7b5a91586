/** In pixels; smaller changes are not worth a layout of the portal. */
const MIN_CHANGE = 4;
/** At most ten a second. */
const PAUSE_MS = 100;

export type Clock = { now: () => number; after: (ms: number, act: () => void) => void };

/**
 * Throttles heights in pixels: reports the first change at once, then the last one within each pause. Returns a
 * function that takes every measured height.
 */
export function createHeightReporter(
  report: (height: number) => void,
  clock: Clock,
): (height: number) => void {
  let reported = Number.NEGATIVE_INFINITY;
  let reportedAt = Number.NEGATIVE_INFINITY;
  let measured = 0;
  let isPending = false;

  function settle(): void {
    isPending = false;
    if (Math.abs(measured - reported) <= MIN_CHANGE) return;
    reported = measured;
    reportedAt = clock.now();
    report(measured);
  }

  return (height) => {
    measured = Math.ceil(height);
    if (isPending || Math.abs(measured - reported) <= MIN_CHANGE) return;
    const wait = reportedAt + PAUSE_MS - clock.now();
    if (wait <= 0) return settle();
    isPending = true;
    clock.after(wait, settle);
  };
}

/** The height of the content in pixels, independent of the frame's height. */
export function contentHeight(): number {
  return Math.ceil(document.body.getBoundingClientRect().height);
}

/** Reports the height of the content now and on every change. */
export function watchHeight(report: (height: number) => void): () => void {
  const clock: Clock = { now: () => performance.now(), after: (ms, act) => void setTimeout(act, ms) };
  const take = createHeightReporter(report, clock);
  const observer = new ResizeObserver(() => take(contentHeight()));
  observer.observe(document.body);
  take(contentHeight());
  return () => observer.disconnect();
}
