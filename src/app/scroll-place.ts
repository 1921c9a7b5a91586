import { storedName } from "#lib/base-path.ts";

const KEY = storedName("scroll");
/** So long parts of the page may come in (ms). */
const PATIENCE_MS = 10_000;
const READER_EVENTS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Keeps the place where a reader was when the page is loaded again. Browsers do so only if it is as high as before by
 * the time that its files are there.
 */
export function keepScrollPlace(): void {
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const top = load?.type === "navigate" ? 0 : keptPlace();
  if (top > 0) stayAt(top);
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(KEY, `${scrollY} ${location.href}`);
    } catch {
      // Storage may be blocked in a framed page, or full.
    }
  });
}

function keptPlace(): number {
  try {
    const [top = "", address] = sessionStorage.getItem(KEY)?.split(" ") ?? [];
    return address === location.href ? Number(top) : 0;
  } catch {
    return 0;
  }
}

/** Scrolls there, until the reader does anything. */
function stayAt(top: number): void {
  const page = document.documentElement;
  // Again with each part that comes later, also above the place.
  const observer = new ResizeObserver(() => {
    if (page.scrollHeight - innerHeight >= top) scrollTo(0, top);
  });
  const timer = setTimeout(stop, PATIENCE_MS);
  function stop(): void {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of READER_EVENTS) removeEventListener(event, stop);
  }
  observer.observe(page);
  for (const event of READER_EVENTS) addEventListener(event, stop, { passive: true });
}
