import { VIEW_PATHS } from "#config/view-paths.ts";
import { TIMES_KEYS, type TimesKeys } from "./keys/times.ts";
import { WHY_KEYS, type WhyKeys } from "./keys/why.ts";
import { printSearch, writeParameters } from "./parameter.ts";
import { printSelection, type Selection } from "./selection.ts";
import type { ViewName } from "./view-address.ts";

/** Fragment of the explanation of a change. */
export const WHY_PLACE = "why";

/** The address of the Overview's explanation of a change. */
export function whyAddress(selection: Selection, keys: WhyKeys): string {
  return explanationAt("overview", selection, (search) => writeParameters(WHY_KEYS, keys, search));
}

/** The address of the explanation of a change of Response times. */
export function timesWhyAddress(selection: Selection, keys: TimesKeys): string {
  return explanationAt("times", selection, (search) => writeParameters(TIMES_KEYS, keys, search));
}

function explanationAt(
  view: ViewName,
  selection: Selection,
  write: (search: URLSearchParams) => void,
): string {
  const search = new URLSearchParams(printSelection(selection));
  write(search);
  return `${VIEW_PATHS[view]}${printSearch(search)}#${WHY_PLACE}`;
}
