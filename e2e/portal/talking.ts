import { expect, type FrameLocator, type Page, test } from "playwright/test";
import { CRM_FILE } from "../crm.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import { framed, type PortalOptions, portalAddress } from "./addresses.ts";
import { type PortalSite, startPortal } from "./portal-site.ts";

export type Event = { kind: string; at: number; height?: number; url?: string; state?: State };
export type State = { address: string; selection: Record<string, string>; height: number; ignored: number };

/** What the portal's page keeps for the tests; see its module. */
type Kept = {
  dashboards: {
    frame: HTMLIFrameElement;
    ready: Promise<State>;
    said: Event[];
    setSelection: (selection: object) => Promise<State>;
    setTheme: (theme: string | null) => Promise<State>;
    setLanguage: (language: string | null, direction: string | null) => Promise<State>;
    getState: () => Promise<State>;
  }[];
};

/** A portal and a dashboard at which nobody signs in, for the tests of a file. */
export function portalAndDashboard(
  file: () => string = () => CRM_FILE,
): () => { portal: PortalSite; dashboard: string } {
  let portal: PortalSite;
  let server: RunningServer;
  test.beforeAll(async () => {
    portal = await startPortal();
    server = await startServer({ file: file(), port: 0, frameAncestors: `'self' ${portal.origin}` });
    portal.meet(server.url);
  });
  test.afterAll(async () => {
    await server.stop();
    await portal.stop();
  });
  return () => ({ portal, dashboard: server.url });
}

/** Opens the portal's page and waits for the figures in its frame. */
export async function openPortal(
  page: Page,
  { portal, dashboard }: { portal: PortalSite; dashboard: string },
  options: PortalOptions = {},
): Promise<FrameLocator> {
  await page.goto(portalAddress(portal, dashboard, options));
  const frame = framed(page);
  await expectDrawn(frame);
  return frame;
}

export async function expectDrawn(frame: FrameLocator): Promise<void> {
  await expect(frame.getByRole("region").first()).toBeVisible({ timeout: 30_000 });
  await expect(frame.locator(".panel__loading")).toHaveCount(0, { timeout: 30_000 });
}

export function ask(page: Page, kind: "getState", index?: number): Promise<State>;
export function ask(page: Page, kind: "setSelection", index: number, part: object): Promise<State>;
export function ask(
  page: Page,
  kind: "getState" | "setSelection",
  index = 0,
  part: object = {},
): Promise<State> {
  return page.evaluate(
    ([name, at, parts]) => {
      const dashboard = (globalThis as unknown as Kept).dashboards[at];
      if (!dashboard) throw new Error("There is no such dashboard.");
      return name === "getState" ? dashboard.getState() : dashboard.setSelection(parts);
    },
    [kind, index, part] as const,
  );
}

export function setLook(
  page: Page,
  theme: string,
  language: string,
  direction: string,
): Promise<State | undefined> {
  return page.evaluate(
    async ([look, tag, dir]) => {
      const [dashboard] = (globalThis as unknown as Kept).dashboards;
      await dashboard?.setTheme(look);
      return dashboard?.setLanguage(tag, dir);
    },
    [theme, language, direction] as const,
  );
}

/** What the dashboard has said so far. */
export function said(page: Page, index = 0): Promise<Event[]> {
  return page.evaluate((at) => (globalThis as unknown as Kept).dashboards[at]?.said ?? [], index);
}

/** Runs so many pictures of the frame's page, in which whatever it has begun can go on. */
export function pictures(frame: FrameLocator, count: number): Promise<void> {
  return frame.locator("body").evaluate(
    (_body, left) =>
      new Promise<void>((resolve) => {
        const next = (more: number) => (more === 0 ? resolve() : requestAnimationFrame(() => next(more - 1)));
        next(left);
      }),
    count,
  );
}
