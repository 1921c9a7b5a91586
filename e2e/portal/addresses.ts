import type { FrameLocator, Page } from "playwright/test";
import type { PortalSite } from "./portal-site.ts";

export type PortalOptions = { path?: string; count?: number; options?: object };

/** The address of the portal's page that frames the dashboard. */
export function portalAddress(
  portal: PortalSite,
  dashboard: string,
  portalOptions: PortalOptions = {},
): string {
  const { path = "/", count = 1, options = {} } = portalOptions;
  const search = new URLSearchParams({
    dashboard,
    path,
    count: String(count),
    options: JSON.stringify(options),
  });
  return `${portal.origin}/?${search}`;
}

export function framed(page: Page, title = "Dashboard 1"): FrameLocator {
  return page.frameLocator(`iframe[title="${title}"]`);
}
