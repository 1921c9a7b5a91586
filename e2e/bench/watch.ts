import type { Page, Request } from "playwright/test";
import { beginNotes, type Notes, noteInput, notePanels, noteTimeline } from "./note-in-page.ts";

const ENDPOINT = "/partner/v1/analytics/referrals";
/** So long without a change or a call is the end (ms). */
const QUIET_MS = 1500;
const MOST_MS = 120_000;

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
  let [asked, answered, lastAnswer] = [0, 0, 0];
  const isCall = (url: string) => new URL(url).pathname === ENDPOINT;
  page.on("request", (request) => isCall(request.url()) && asked++);
  const noteAnswer = (request: Request) => {
    if (!isCall(request.url())) return;
    answered++;
    lastAnswer = Date.now();
  };
  page.on("requestfinished", noteAnswer);
  page.on("requestfailed", noteAnswer);
  for (const part of [beginNotes, noteTimeline, notePanels, noteInput]) await page.addInitScript(part);
  const settled = async (): Promise<Notes> => {
    do {
      await page.waitForTimeout(100);
      await page.waitForFunction(isQuiet, QUIET_MS, { polling: 100, timeout: MOST_MS });
      // Between two pages of one answer nothing is on its way for a moment.
    } while (asked > answered || Date.now() - lastAnswer < QUIET_MS);
    return page.evaluate(() => window.benchNotes);
  };
  return {
    requests: () => asked,
    settled,
    settledAfterClick: async () => {
      await page.waitForFunction(hasChanged, null, { polling: 100, timeout: MOST_MS });
      return settled();
    },
  };
}

function isQuiet(ms: number): boolean {
  const { drawn, lastPaint, pending } = window.benchNotes;
  return drawn > 0 && pending === 0 && performance.now() - lastPaint > ms;
}

function hasChanged(): boolean {
  const { lastPaint, clickedAt } = window.benchNotes;
  return lastPaint > clickedAt;
}
