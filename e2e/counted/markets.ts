import type { Page } from "playwright/test";
import {
  expectedRanked,
  expectedRateTitles,
  expectedRouting,
  expectedSparklines,
  readRanked,
  readRateTitles,
  readRouting,
  readSparklines,
  sidesWithData,
} from "../views/markets-page.ts";
import { visit } from "../views/referrals-page.ts";
import { type Check, says, soon } from "./check.ts";
import { rankedSentence, routingSentence } from "./sentences.ts";

/** The figures of Markets: the ranked table with intervals, changes and trends, and the routing matrix. */
export async function marketsAreCounted(page: Page, check: Check): Promise<void> {
  const { search, all, selected, rate } = check;
  const address = `/markets?${search}&as=table`;
  await visit(page, address);
  await soon(
    address,
    () => readRanked(page),
    expectedRanked(selected, sidesWithData(all, check.search, check)),
  );
  await soon(`${address} intervals`, () => readRateTitles(page), expectedRateTitles(selected));
  await soon(`${address} routing`, () => readRouting(page), expectedRouting(selected, "count"));
  await visit(page, `${address}&cell=${rate}`);
  await soon(`${address} routing, ${rate}`, () => readRouting(page), expectedRouting(selected, rate));
  if (selected.length === 0) return;
  await visit(page, `/markets?${search}`);
  await says(page, `${address} ranked`, rankedSentence(selected));
  await says(page, `${address} routing`, routingSentence(selected));
  await soon(`${address} trends`, () => readSparklines(page), expectedSparklines(selected, check));
}
