// These functions run in the page: each sees what it declares itself, and the page's globals.

/** What the page notes of itself; times in ms since its navigation began. */
export type Notes = {
  largestPaint: number;
  /** When the Overview's headline changed last; 0 where there is none. */
  headline: number;
  /** Tasks of more than 50 ms. */
  longTasks: number[];
  /** When all panels had their pictures for the first time; 0 until then. */
  drawn: number;
  /** The same, but of the page itself, not of the picture of the last visit. */
  live: number;
  /** When the last change of a panel was on the screen. */
  lastPaint: number;
  /** Changes of a panel that are not on the screen yet. */
  pending: number;
  clickedAt: number;
  /** From the last press to the first frame behind it, in steps of 8 ms; 0 if that took less than 16. */
  latency: number;
  /** From each movement of the pointer to the frame that answers it. */
  moves: number[];
};

declare global {
  var benchNotes: Notes;
  var benchAfterPaint: (then: () => void) => void;
}

/** Begins the notes. A message that is sent from a frame's callback arrives when that frame has been painted. */
export function beginNotes(): void {
  window.benchNotes = {
    largestPaint: 0,
    headline: 0,
    longTasks: [],
    drawn: 0,
    live: 0,
    lastPaint: 0,
    pending: 0,
    clickedAt: 0,
    latency: 0,
    moves: [],
  };
  window.benchAfterPaint = (then) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  };
}

/** Notes what the browser itself measures. */
export function noteTimeline(): void {
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => {
    window.benchNotes.largestPaint = startTime;
  });
  observe("longtask", ({ duration }) => window.benchNotes.longTasks.push(duration));
}

/** Notes when the panels have changed, and when all of them are drawn. */
export function notePanels(): void {
  const titles = ["Key figures", "Status funnel", "Referrals over time", "Markets"];
  const isOverview = () => location.pathname === "/";
  const panels = () =>
    [...document.querySelectorAll("main section")].filter(
      (section) => !isOverview() || titles.includes(section.querySelector("h2")?.textContent?.trim() ?? ""),
    );
  const isDrawn = (found: readonly Element[]) =>
    (isOverview() ? found.length === titles.length : found.length > 0) &&
    !document.querySelector("main [role=status][aria-label=Loading], main .panel__loading") &&
    found.some((one) => one.querySelector("figure svg path"));
  const notePaint = () => {
    const notes = window.benchNotes;
    notes.pending -= 1;
    notes.lastPaint = performance.now();
    if (notes.live > 0 || !isDrawn(panels())) return;
    notes.drawn ||= notes.lastPaint;
    if (!document.getElementById("picture")) notes.live = notes.lastPaint;
  };
  new MutationObserver((changes) => {
    const places = panels();
    // A panel changes, or what holds panels gets or loses one.
    const ofPanels = changes.some(({ target, type }) =>
      places.some((one) => one.contains(target) || (type === "childList" && target.contains(one))),
    );
    if (!ofPanels) return;
    window.benchNotes.pending += 1;
    window.benchAfterPaint(notePaint);
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Notes when the headline is whole: its overdue part may come after the rest. */
export function noteHeadline(): void {
  const notePaint = () => {
    window.benchNotes.headline = performance.now();
  };
  new MutationObserver((changes) => {
    const headline = document.querySelector(".headline");
    const isOfHeadline = changes.some(
      ({ target, addedNodes }) =>
        headline?.contains(target) || [...addedNodes].some((node) => headline && node.contains(headline)),
    );
    if (isOfHeadline && headline?.querySelector("p")) window.benchAfterPaint(notePaint);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Notes clicks, and how soon the page answers movements of the pointer. */
export function noteInput(): void {
  const noteClick = ({ timeStamp }: Event) => {
    window.benchNotes.clickedAt = timeStamp;
    window.benchNotes.latency = 0;
  };
  const timings = new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (["pointerdown", "pointerup", "click"].includes(name))
        window.benchNotes.latency = Math.max(window.benchNotes.latency, duration);
  });
  timings.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  const noteMove = ({ timeStamp }: Event) =>
    window.benchAfterPaint(() => window.benchNotes.moves.push(performance.now() - timeStamp));
  addEventListener("click", noteClick, true);
  addEventListener("pointermove", noteMove, true);
}
