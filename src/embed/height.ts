/** Smaller changes are not worth a layout of the whole portal, in pixels. */
const MIN_CHANGE = 4;
/** At most ten a second. */
const PAUSE_MS = 100;

export type Clock = { now: () => number; after: (ms: number, act: () => void) => void };

/**
 * Tells heights: the first of a change at once, the last of what follows within the pause. Takes every height that is
 * measured, in pixels.
 */
export function createHeightTeller(tell: (height: number) => void, clock: Clock): (height: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  let toldAt = Number.NEGATIVE_INFINITY;
  let measured = 0;
  let isPending = false;

  function settle(): void {
    isPending = false;
    if (Math.abs(measured - told) <= MIN_CHANGE) return;
    told = measured;
    toldAt = clock.now();
    tell(measured);
  }

  return (height) => {
    measured = Math.ceil(height);
    if (isPending || Math.abs(measured - told) <= MIN_CHANGE) return;
    const wait = toldAt + PAUSE_MS - clock.now();
    if (wait <= 0) return settle();
    isPending = true;
    clock.after(wait, settle);
  };
}

/** The height of what the page shows, whatever the height of the frame. */
export function contentHeight(): number {
  return Math.ceil(document.body.getBoundingClientRect().height);
}

/** Tells the height of the content now and whenever it changes. */
export function watchHeight(tell: (height: number) => void): () => void {
  const clock: Clock = { now: () => performance.now(), after: (ms, act) => void setTimeout(act, ms) };
  const take = createHeightTeller(tell, clock);
  const observer = new ResizeObserver(() => take(contentHeight()));
  observer.observe(document.body);
  take(contentHeight());
  return () => observer.disconnect();
}
