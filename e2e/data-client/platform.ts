const { Request, Response } = globalThis;

/**
 * Puts back what the server's HTTP library replaces for its whole process: the page's code, which runs elsewhere
 * otherwise, is to meet what a browser has. Loaded before the first server starts.
 */
export function restorePlatform(): void {
  for (const [name, value] of Object.entries({ Request, Response }))
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
