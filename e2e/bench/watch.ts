import type { CDPSession, Page, Request } from "playwright/test";
import { beginNotes, type Notes, noteHeadline, noteInput, notePanels, noteTimeline } from "./note-in-page.ts";

const ENDPOINT = "/partner/v1/analytics/referrals";
/** So long without a change or a call is the end (ms). */
const QUIET_MS = 1500;
const MAX_MS = 120_000;
const POLL_MS = 100;

export type Watch = {
  /** Waits until all panels are drawn, nothing changes and nothing is asked any more; then says what was noted. */
  settled(): Promise<Notes>;
  /** The same behind a click: a panel has to change first. */
  settledAfterClick(): Promise<Notes>;
  /** Calls of the endpoint so far. */
  requests(): number;
};

/** Watches a page from its next navigation on. */
export async function watch(page: Page): Promise<Watch> {
  const session = await page.context().newCDPSession(page);
  let [asked, answered, lastResponse] = [0, 0, 0];
  const isCall = (url: string) => new URL(url).pathname === ENDPOINT;
  page.on("request", (request) => isCall(request.url()) && asked++);
  const noteResponse = (request: Request) => {
    if (!isCall(request.url())) return;
    answered++;
    lastResponse = Date.now();
  };
  page.on("requestfinished", noteResponse);
  page.on("requestfailed", noteResponse);
  for (const part of [beginNotes, noteTimeline, notePanels, noteHeadline, noteInput])
    await page.addInitScript(part);
  const settled = async (): Promise<Notes> => {
    do {
      await until(session, isQuiet);
      // Between two pages of one answer nothing is on its way for a moment.
    } while (asked > answered || Date.now() - lastResponse < QUIET_MS);
    return page.evaluate(() => window.benchNotes);
  };
  return {
    requests: () => asked,
    settled,
    settledAfterClick: async () => {
      await until(session, hasChanged);
      return settled();
    },
  };
}

/**
 * Waits until a function of the page holds. Playwright's own way to do so starts a large script in the page, which
 * would be measured with it.
 */
async function until(session: CDPSession, holds: (ms: number) => boolean): Promise<void> {
  const end = Date.now() + MAX_MS;
  while (Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    const answer = await session.send("Runtime.evaluate", { expression: `(${holds})(${QUIET_MS})` });
    if (answer.result.value === true) return;
  }
  throw new Error(`The page is not ${holds.name} within ${MAX_MS / 1000} s.`);
}

function isQuiet(ms: number): boolean {
  const { live, lastPaint, pending } = window.benchNotes;
  return live > 0 && pending === 0 && performance.now() - lastPaint > ms;
}

function hasChanged(): boolean {
  const { lastPaint, clickedAt } = window.benchNotes;
  return lastPaint > clickedAt;
}
