import { expect, type Page } from "playwright/test";
import type { PanelName } from "./overview-page.ts";
import { panel } from "./page.ts";

/** A fault as `PUT /local/faults` takes it. */
export type Fault = { kind: string; times?: number } & Record<string, unknown>;

const PANELS: readonly PanelName[] = ["Key figures", "Status funnel", "Referrals over time", "Markets"];
const ENDPOINT = "/partner/v1/analytics/referrals";
/** Words by which a figure is marked as one that may be wrong. */
const MARK = /incomplete|completeness unknown|data changed/i;

/** What one panel shows: figures of its table, or that it waits, or why it cannot. */
type PanelState = { waits: boolean; alert: string | null; figures: string | null };

export type OverviewState = { panels: Record<PanelName, PanelState | null>; alerts: string[]; words: string };

/** Puts these faults on, in place of all others; none takes all off. */
export async function putFaults(origin: string, faults: readonly Fault[]): Promise<void> {
  const answer = await fetch(`${origin}/local/faults`, { method: "PUT", body: JSON.stringify(faults) });
  expect(answer.status, await answer.text()).toBe(200);
}

/** How many calls the faults that are on have hit. */
export async function hitsOf(origin: string): Promise<number> {
  const faults = (await (await fetch(`${origin}/local/faults`)).json()) as { hits: number }[];
  return faults.reduce((sum, { hits }) => sum + hits, 0);
}

/** The longest wait between two tries becomes short: the page draws them at random, from nothing upwards. */
export async function hurryRetries(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Math.random = () => 0.03;
  });
}

/** Counts the calls of the page by their address: the tries of each query. */
export function countTries(page: Page): () => number {
  const tries = new Map<string, number>();
  page.on("request", (request) => {
    const url = request.url();
    if (new URL(url).pathname === ENDPOINT) tries.set(url, (tries.get(url) ?? 0) + 1);
  });
  return () => Math.max(0, ...tries.values());
}

/** What the Overview shows in the end, when what it asks last is here too. */
export async function settledOverview(page: Page): Promise<OverviewState> {
  await expect(page.getByRole("main")).toContainText(/(is|are) overdue/, { timeout: 60_000 });
  await expect(page.locator(".panel__note--waiting, .panel__loading, .is-old")).toHaveCount(0);
  return readOverview(page);
}

/** What the Overview shows at this moment, its tables on. */
export async function readOverview(page: Page): Promise<OverviewState> {
  const states = await Promise.all(PANELS.map((name) => readPanel(page, name)));
  const panels = Object.fromEntries(PANELS.map((name, at) => [name, states[at] ?? null]));
  return {
    panels: panels as OverviewState["panels"],
    alerts: await page.getByRole("alert").allInnerTexts(),
    words: (await page.getByRole("main").allInnerTexts()).join("\n"),
  };
}

async function readPanel(page: Page, name: PanelName): Promise<PanelState | undefined> {
  const [state] = await panel(page, name).evaluateAll((regions) =>
    regions.map((region) => {
      const cells = [...region.querySelectorAll("tbody th, tbody td")];
      const exact = (cell: Element) =>
        cell.querySelector("data")?.value ?? cell.querySelector("time")?.dateTime ?? cell.textContent;
      const alert = region.querySelector("[role=alert]");
      return {
        waits: region.querySelector("[role=status][aria-label=Loading]") !== null,
        alert: alert?.textContent ?? null,
        figures: cells.length > 0 ? cells.map(exact).join(" | ") : null,
      };
    }),
  );
  return state;
}

/** Waits until the page shows the figures of the withoutFaults page. */
export async function expectFigures(page: Page, right: OverviewState): Promise<void> {
  await expect(async () => {
    expect((await readOverview(page)).panels).toEqual(right.panels);
  }).toPass({ timeout: 60_000 });
}

/**
 * Waits until the page has come to an end: each panel has the figures of the withoutFaults page, or says why it has
 * none, or other figures and words on the page that mark them. Says which of these it was.
 */
export async function expectRightOrSaid(page: Page, right: OverviewState): Promise<"right" | "said"> {
  let isRight = false;
  await expect(async () => {
    const now = await readOverview(page);
    for (const name of PANELS) expect(problemOf(now, right, name), name).toBeNull();
    isRight = PANELS.every((name) => now.panels[name]?.figures === right.panels[name]?.figures);
  }).toPass({ timeout: 60_000 });
  return isRight ? "right" : "said";
}

/** What is wrong with a panel that should be right or say that it is not; null when nothing is. */
function problemOf(now: OverviewState, right: OverviewState, name: PanelName): string | null {
  const state = now.panels[name];
  if (!state) return now.alerts.length > 0 ? null : "is not there, and nothing says why";
  if (state.waits) return "waits";
  if (state.alert !== null) return state.alert.length > 30 ? null : "says too little";
  if (state.figures === right.panels[name]?.figures) return null;
  return MARK.test(now.words) ? null : `shows ${state.figures} without a mark`;
}

/** Tries again whatever offers it, until the figures of the withoutFaults page are there. */
export async function tryAgain(page: Page, right: OverviewState): Promise<void> {
  const buttons = page.getByRole("button", { name: "Try again" });
  await expect(async () => {
    while ((await buttons.count()) > 0) await buttons.first().click({ timeout: 1000 });
    expect((await readOverview(page)).panels).toEqual(right.panels);
  }).toPass({ timeout: 60_000 });
}
