import type { Day } from "#lib/calendar.ts";

export type FileNameParts = {
  /** Key of the panel or table in the address. */
  name: string;
  from: Day;
  to: Day;
  isIncomplete: boolean;
  ending: "csv" | "xlsx" | "svg" | "png";
};

/** For example "referrals-markets-2025-12-01_2026-11-30.csv"; marks incomplete data. */
export function fileName({ name, from, to, isIncomplete, ending }: FileNameParts): string {
  const panel = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const parts = ["referrals", ...(panel === "referrals" ? [] : [panel]), `${from}_${to}`];
  return `${[...parts, ...(isIncomplete ? ["incomplete"] : [])].join("-")}.${ending}`;
}
