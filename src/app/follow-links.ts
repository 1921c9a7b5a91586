import { BASE_PATH } from "#lib/base-path.ts";

/**
 * Opens the dashboard's own links without loading the page again. One listener for all: figures are links by the
 * hundred, and wouter's `Link` subscribes each to the address, a seventh of the work behind a click on a filter.
 */
export function followLinks(follow: (to: string) => void): void {
  addEventListener("click", (event) => {
    const isBrowsers = event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (event.defaultPrevented || isBrowsers) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const to = link && !link.target && !link.hasAttribute("download") ? link.getAttribute("href") : null;
    if (!to?.startsWith(`${BASE_PATH}/`)) return;
    event.preventDefault();
    follow(to);
  });
}
