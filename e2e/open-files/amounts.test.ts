import { expect, test } from "playwright/test";
import { serverForFile } from "../crm.ts";
import { expectQuietConsole, panel } from "../page.ts";
import { confirm, drop, goTo, report } from "./opening.ts";

const sample = serverForFile({});
expectQuietConsole();

const HEADER = "Referral ID,Creation Date,Lead Type,Customer Country,Status,Lead currency,Lead value";

/** A leads download with these currencies and values. */
function leads(values: readonly (readonly [string, string])[]): string {
  const rows = values.map(
    ([currency, value], at) =>
      `lead-${at},11/${20 + at}/2026,Qualified lead,DE,Accepted,${currency},"${value}"`,
  );
  return [HEADER, ...rows].join("\n");
}

test("amounts are read as they are meant, and the report and the notes say what was assumed and what is unreadable", async ({
  page,
}) => {
  await page.goto(sample().url);
  const thousands = ["18.000", "5.000", "120.000", "7.500"] as const;
  const text = leads([
    ...thousands.map((value) => ["EUR", value] as const),
    ["", "USD 1.000"],
    ["EUR", "12萬"],
  ]);
  await drop(page, [{ name: "leads.csv", text }]);
  const sentences = [
    "leads.csv: amounts in Lead value: 18.000 was read as 18,000.",
    "leads.csv: 1 amount in Lead value can’t be read and is in no sum, such as 12萬 (line 7).",
  ];
  for (const sentence of sentences) await expect(report(page).getByText(sentence)).toBeVisible();
  await confirm(page);
  await expect(
    page.getByText("1 amount couldn’t be read, more than 5.0% of the number of referrals."),
  ).toBeVisible();
  await expect(page.getByText("Partly read")).toBeVisible();

  await goTo(page, "/deals");
  const values = panel(page, "Value by currency");
  await expect(values.getByRole("row", { name: /EUR/ })).toContainText("EUR 150,500");
  await expect(values.getByRole("row", { name: /USD/ })).toContainText("USD 1,000");
  await page.getByRole("button", { name: "Check data quality" }).click();
  for (const sentence of sentences) await expect(page.getByText(sentence)).toBeVisible();
});
