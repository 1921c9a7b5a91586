import type { AppConfig } from "#config/app-config.ts";
import { dataTimeOf } from "#dashboard/context/source-limits.ts";
import { resolvedOf } from "#dashboard/context/use-view-data.ts";
import type { ViewData } from "#dashboard/context/view-context.tsx";
import { isDay } from "#lib/calendar.ts";
import { readStored, writeStored } from "#lib/stored.ts";
import type { Selection } from "#selection/selection.ts";
import { MONTHS } from "./picture/forget-pictures.ts";

/**
 * What the data set is expected to be: as at the last visit, and where the address has a whole period, whatever it was
 * then. Null where the period is unknown. Right for queries, not for display: nothing is counted yet.
 */
export function expectedViewData(selection: Selection, config: AppConfig): ViewData | null {
  const months = lastMonths();
  if (months === null && (selection.from === null || selection.to === null)) return null;
  const dataset = { total: 0, undated: 0, months, implausible: [], markets: [] };
  const dataTime = dataTimeOf(config.data, Date.now());
  return { dataset, dataTime, resolved: resolvedOf(selection, dataset, dataTime) };
}

/** Remembers the first and the last month of the data for the next visit, until somebody signs out. */
export function noteMonths({ dataset: { months } }: ViewData): void {
  const text = months && `${months.first} ${months.last}`;
  if (text !== readStored(MONTHS)) writeStored(MONTHS, text);
}

function lastMonths(): ViewData["dataset"]["months"] {
  const [first, last] = readStored(MONTHS)?.split(" ") ?? [];
  return first && last && isDay(first) && isDay(last) && first <= last ? { first, last } : null;
}
