import { expect, type Page } from "playwright/test";
import { behindAddress, ofFilters, selectionOf } from "../oracle/address.ts";
import type { Referral } from "../oracle/csv.ts";
import type { Period } from "../oracle/period.ts";
import type { RandomSelection } from "../random-selection.ts";

/** What somebody looks at, and the referrals of an independent count behind it. */
export type Check = RandomSelection & {
  /** The query of the address; every view adds its own keys. */
  search: string;
  all: readonly Referral[];
  /** Those that pass the filters, whatever their date. */
  filtered: readonly Referral[];
  selected: readonly Referral[];
  basis: string;
  period: Period;
};

/** What an independent count finds behind a selection. */
export function checkOf(all: readonly Referral[], selection: RandomSelection): Check {
  const address = `/?${selection.search}`;
  return {
    ...selection,
    ...selectionOf(address, all),
    all,
    filtered: ofFilters(all, address),
    selected: behindAddress(all, address, Date.now()),
  };
}

/** Reads until the page says what was counted; a failure names the address. */
export async function soon(address: string, read: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect(async () => expect(await read(), address).toEqual(expected)).toPass({ timeout: 40_000 });
}

/** A number without the last digits, in which two ways to add up differ. */
export function rounded<T extends number | null>(value: T): T | number {
  return value === null ? value : Math.round(value * 1e9) / 1e9;
}

/** Waits until the page says a sentence. */
export async function says(page: Page, address: string, sentence: string): Promise<void> {
  await expect(page.getByRole("main"), address).toContainText(sentence, { timeout: 40_000 });
}
