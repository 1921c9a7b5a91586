const RELOADED = "reloaded-build";
const failures = new WeakSet<Error>();

/** Whether an error is that of a part of the page's code that could not be fetched. */
export function isMissingCode(error: Error): boolean {
  return failures.has(error);
}

/**
 * Reloads the page, at the address it has, when a part of its code cannot be fetched: after a deployment the files that
 * an open tab knows are gone. Once for each build: whatever still fails then gets a sentence.
 */
export function reloadAfterDeployment(): void {
  addEventListener("vite:preloadError", ({ payload }) => {
    failures.add(payload);
    void reloadOnce();
  });
}

async function reloadOnce(): Promise<void> {
  try {
    if (sessionStorage.getItem(RELOADED) === import.meta.url) return;
    // Without a server that answers, the browser would show a page of its own instead of what is here.
    const { ok } = await fetch(location.href, { cache: "no-store" });
    if (!ok) return;
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  } catch {
    // The server is out of reach, or the browser keeps nothing for this page and could not tell a second time from the first.
  }
}
