import { expect, type FrameLocator, type Locator, type Page } from "playwright/test";

export type Dropped = { name: string; text: string };

/** Drops files with these texts on the page. */
export async function drop(page: Page, files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator("body").dispatchEvent("dragover", { dataTransfer });
  await expect(page.getByText("Drop the files to open them.")).toBeVisible();
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
}

/** Drops files and folders of this machine on the page, as a person does. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await client.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
}

/** The report, once the files are read. */
export function report(page: Page | FrameLocator): Locator {
  return page.getByRole("dialog", { name: "Open files" });
}

/** Confirms the report, and waits for the figures. */
export async function confirm(page: Page | FrameLocator): Promise<void> {
  await report(page).getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("opened in this tab, not uploaded")).toBeVisible();
  await expectDrawn(page);
}

export async function expectDrawn(page: Page | FrameLocator): Promise<void> {
  await expect(page.getByRole("region", { name: "Status funnel" })).toBeVisible();
  await expect(page.locator(".is-old, .panel__loading, .skeleton")).toHaveCount(0);
}

/** Goes to an address without loading the page anew, as its own links do. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}
