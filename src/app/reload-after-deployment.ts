const RELOADED = "reloaded-build";
const failures = new WeakSet<Error>();

/** Whether an error is a failed import of a lazily loaded chunk. */
export function isMissingCode(error: Error): boolean {
  return failures.has(error);
}

/**
 * Reloads the page when a chunk cannot be loaded: after a deployment the files that an open tab refers to are gone.
 * Once per build; further failures are shown as errors.
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
    // If the server is down, a reload would replace the page by the browser's error page.
    const { ok } = await fetch(location.href, { cache: "no-store" });
    if (!ok) return;
    sessionStorage.setItem(RELOADED, import.meta.url);
    location.reload();
  } catch {
    // The server is unreachable, or without storage a second reload could not be distinguished from the first.
  }
}
