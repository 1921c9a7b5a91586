import type { Page } from "playwright/test";
import { DAY } from "../oracle/times.ts";
import { panel } from "../page.ts";
import { visit } from "../views/referrals-page.ts";
import {
  expectedAnswers,
  expectedKey,
  expectedListed,
  expectedParts,
  expectedSpread,
  expectedTrend,
  expectedWaiting,
  figures,
  readRows,
} from "../views/times-page.ts";
import { type Check, soon } from "./check.ts";

const LIMITS = [DAY, 14 * DAY] as const;
const PARTS = {
  market: "By customer market",
  partner: "By partner market",
  size: "By organisation size",
  outcome: "By outcome",
} as const;

/** The figures of the Response times, and the names of those that wait. */
export async function timesAreCounted(page: Page, check: Check): Promise<void> {
  const { search, selected, split, time } = check;
  const address = `/times?${search}&as=table&time=${time}`;
  await visit(page, address);
  const rows = (title: string, columns: readonly number[]) => () => readRows(page, title, columns);
  await soon(address, rows("Response times", [1, 2, 3, 4]), expectedKey(selected));
  await soon(`${address} answered`, rows("Answered on time", [1, 2]), expectedAnswers(selected, LIMITS));
  await soon(`${address} waiting`, rows("What to answer next", [1]), expectedWaiting(selected, ...LIMITS));
  await soon(
    `${address} spread`,
    async () => figures(await readRows(page, "How long it took", [1, 2])),
    expectedSpread(selected, time),
  );
  await soon(
    `${address} trend`,
    async () => figures(await readRows(page, "Over time", [1, 2, 3])),
    expectedTrend(selected, time, check),
  );
  await soon(
    `${address} parts`,
    rows(PARTS[split], [1, 2, 3, 4, 5, 6]),
    expectedParts(selected, split, time, DAY),
  );
  await listIsCounted(page, address, "Overdue, oldest first", overdue(check));
  await listIsCounted(page, address, "Due in the next 24 hours, most urgent first", soonDue(check));
}

const overdue = ({ selected }: Check) => expectedListed(selected, (age) => age > DAY);
const soonDue = ({ selected }: Check) => expectedListed(selected, (age) => age <= DAY && age > 0);

/** Ten of them; referrals of the same age may stand in any order. */
async function listIsCounted(page: Page, address: string, title: string, names: string[]): Promise<void> {
  const table = panel(page, "What to answer next").getByRole("table", { name: title });
  const read = () => table.getByRole("rowheader").allTextContents();
  await soon(`${address} ${title}`, read, names.slice(0, 10));
}
