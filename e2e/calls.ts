import { expect, type Page, type Request } from "playwright/test";

export type Watched = { calls: string[]; underWay: () => number };

/** The calls for data so far, and how many of them are still under way. */
export function watchCalls(page: Page): Watched {
  const calls: string[] = [];
  // Those alone whose beginning was seen: one of before may still end.
  const underWay = new Set<Request>();
  const isData = (url: string) => new URL(url).pathname.startsWith("/partner/");
  page.on("request", (request) => {
    if (!isData(request.url())) return;
    calls.push(decodeURIComponent(request.url()));
    underWay.add(request);
  });
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return { calls, underWay: () => underWay.size };
}

/** For a second nothing was asked, and all is answered. */
export async function quiet({ calls, underWay }: Watched): Promise<void> {
  let before = -1;
  await expect(async () => {
    const isQuiet = underWay() === 0 && calls.length === before;
    before = calls.length;
    expect(isQuiet).toBe(true);
  }).toPass({ intervals: [1000], timeout: 60_000 });
}
