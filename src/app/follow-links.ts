import { BASE_PATH } from "#lib/base-path.ts";

/**
 * Opens the dashboard's own links without loading the page again. One listener for all, because most figures are links,
 * and wouter's `Link` subscribes each of them to the address.
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
