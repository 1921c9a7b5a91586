const CHANGES = ["popstate", "pushState", "replaceState"] as const;

/** Tells each change of path or query; the router makes events of its own changes. */
export function watchAddress(tell: () => void): void {
  let before = location.pathname + location.search;
  const look = () => {
    const now = location.pathname + location.search;
    if (now === before) return;
    before = now;
    tell();
  };
  for (const name of CHANGES) addEventListener(name, look);
}
